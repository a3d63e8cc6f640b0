# A cell is one reference; a function holds its cells, its defaults and its globals.
import sys


def outer(value):
    def inner():
        return value
    return inner


a = object()
f = outer(a)
print(sys.getrefcount(a), f() is a)
g = outer(a)
print(sys.getrefcount(a))
cell = f.__closure__[0]
print(sys.getrefcount(cell), cell.cell_contents is a)
del f
print(sys.getrefcount(a), sys.getrefcount(cell))
del cell
print(sys.getrefcount(a))
del g
print(sys.getrefcount(a))


def h(x=a, *, y=a):
    return sys.getrefcount(x)


print(sys.getrefcount(a), h.__defaults__[0] is a, h.__kwdefaults__["y"] is a)
print(h())
h.__defaults__ = None
print(sys.getrefcount(a))
h.note = a
print(sys.getrefcount(a))
del h
print(sys.getrefcount(a))


def counter():
    n = []
    def add():
        n.append(1)
        return sys.getrefcount(n)
    return add, n


add, n = counter()
print(add(), sys.getrefcount(n), len(n))
