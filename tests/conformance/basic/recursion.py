# The plainest of programs on recursion.
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def hanoi(n, a="a", b="b", c="c"):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield a + c
        yield from hanoi(n - 1, b, a, c)


def flatten(x):
    return [z for y in x for z in flatten(y)] if isinstance(x, list) else [x]


def depth(n):
    return n and depth(n - 1) + 1


def ack(m, n):
    if m == 0:
        return n + 1
    return ack(m - 1, 1) if n == 0 else ack(m - 1, ack(m, n - 1))


print(fib(15), list(hanoi(3)), flatten([1, [2, [3, [4]]], []]), depth(500), ack(2, 2))
try:
    depth(10 ** 6)
except RecursionError as e:
    print(e)
print(depth(100))
