# Which numbers are the same object.
import sys


def same(a, b):
    return a is b


one, two = int("1"), int("2")
print(same(one + two, 3), same(two ** 8, 256), same(two ** 8 + 1, 257), same(one - 6, -5), same(one - 7, -6), same(one * 0, False))


def f():
    return 1000, 1.5, 2j, 10 ** 30


def g():
    return 1000, 1.5


a = 1000
b = 1000
print(a is b, f() is f(), f()[0] is f()[0], f()[0] is g()[0], f()[1] is g()[1])
x = 1.5
print(x is +x, x is float(x), x is x * 1, x is abs(x), [x][0] is x, (x,)[0] is x, same(x + 0, x))
n = int("12345")
print(n is +n, n is int(n), n is n + 0, n is n * 1, n is n | 0, n is n >> 0, n is round(n), n is n.__index__(), n is n.real, n is n.conjugate(), n is abs(n), n is n // 1, n is -(-n))
t = (n, n)
print(t[0] is t[1], id(n) == id(t[0]), len({id(n), id(t[0]), id(t[1])}))
r = range(1000, 1003)
print(r[0] is r[0], list(r)[0] is list(r)[0], r.start is r.start, same(r[0], r.start))
for i in r:
    j = i
    print(i is j, end=" ")
print()
l = [n + i for i in range(3)]
m = list(l)
print(all(p is q for p, q in zip(l, m)), l.index(n) == 0, l[0] is n, l[0] == n)
print(True is (1 == 1), False is bool(0), None is print(end=""), ... is Ellipsis, same((), tuple()), same("", str()), same(b"", bytes()), frozenset() is frozenset())
d = {n: n}
print(next(iter(d)) is d[n], d.popitem()[0] is n)
big = 1 << 64
c = big
c += 1
c -= 1
print(c == big, c is big, id(big) == id(big))
print(len({id(float(i)) for i in range(3)}), id(1.5 * one) == id(2.5 * one), sys.getrefcount(1.5 * one))
