# Comprehensions run inline: their variable goes when they are over.
import sys

a = object()
print([sys.getrefcount(x) for x in (a, a)])
print({sys.getrefcount(x) for x in [a]})
print({i: sys.getrefcount(x) for i, x in enumerate([a])})
print(list(sys.getrefcount(x) for x in [a]))
print(sys.getrefcount(a))
l = [a for _ in range(10)]
print(sys.getrefcount(a))
m = [x for x in l if x is a]
print(sys.getrefcount(a), len(m))
del l, m


def f(v):
    return [sys.getrefcount(v) for _ in range(2)], [sys.getrefcount(x) for x in [v] for y in [v]]


print(f(a))


def g(v):
    return [lambda: v for _ in range(3)]


fs = g(a)
print(sys.getrefcount(a), fs[0]() is a, fs[0].__closure__[0] is fs[1].__closure__[0])
del fs
print(sys.getrefcount(a))
try:
    [1 / 0 for x in [a]]
except ZeroDivisionError as e:
    print(e, sys.getrefcount(a))
print(sys.getrefcount(a))
try:
    x
except NameError as e:
    print(e)
