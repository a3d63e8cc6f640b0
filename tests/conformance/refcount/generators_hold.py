# A suspended generator holds its locals and its stack.
import sys


def gen(x):
    yield 1
    y = x
    yield 2
    del x
    yield 3


a = object()
print(sys.getrefcount(a))
g = gen(a)
print(sys.getrefcount(a), sys.getrefcount(g))
next(g)
print(sys.getrefcount(a))
next(g)
print(sys.getrefcount(a))
next(g)
print(sys.getrefcount(a))
print(next(g, "end"), sys.getrefcount(a))
g = gen(a)
next(g)
g.close()
print(sys.getrefcount(a))
g = gen(a)
del g
print(sys.getrefcount(a))
e = (x for x in [a, a])
print(sys.getrefcount(a))
print(next(e) is a, sys.getrefcount(a))
del e
print(sys.getrefcount(a))


def echo():
    got = None
    while True:
        got = yield got


g = echo()
next(g)
print(g.send(a) is a, sys.getrefcount(a))
g.send(None)
print(sys.getrefcount(a))
