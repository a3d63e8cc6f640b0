# Recursion: the limit, its message, mutual calls, deep but legal.
import sys

print(sys.getrecursionlimit())


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


print(depth(900))


def forever(n=0):
    return forever(n + 1)


try:
    forever()
except RecursionError as e:
    print(e)


def even(n):
    return True if n == 0 else odd(n - 1)


def odd(n):
    return False if n == 0 else even(n - 1)


print(even(500), odd(501), even(7))
sys.setrecursionlimit(200)
try:
    depth(300)
except RecursionError as e:
    print(e)
sys.setrecursionlimit(5000)
print(depth(4000))
for bad in (0, -1, "x", 1.5):
    try:
        sys.setrecursionlimit(bad)
    except (ValueError, TypeError, RecursionError) as e:
        print(type(e).__name__, e)
sys.setrecursionlimit(1000)


class A:
    def __getattr__(self, n):
        return self.other

    def __eq__(self, o):
        return self == o

    def __repr__(self):
        return repr(self)

    def __len__(self):
        return len(self)


for f in (lambda: A().x, lambda: A() == 1, lambda: repr(A()), lambda: len(A())):
    try:
        f()
    except RecursionError as e:
        print(e)


def caught(n):
    try:
        return caught(n + 1)
    except RecursionError:
        return n


print(caught(0) > 900)


def gen(n):
    if n:
        yield from gen(n - 1)
    yield n


print(sum(gen(300)))


def ack(m, n):
    return n + 1 if m == 0 else ack(m - 1, 1) if n == 0 else ack(m - 1, ack(m, n - 1))


print(ack(2, 3))


def hanoi(n, a, b, c):
    return [] if n == 0 else hanoi(n - 1, a, c, b) + [(a, c)] + hanoi(n - 1, b, a, c)


print(len(hanoi(8, "a", "b", "c")), hanoi(2, "a", "b", "c"))
