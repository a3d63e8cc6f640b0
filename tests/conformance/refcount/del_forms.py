# The forms of del: names, items, slices, attributes, several at once.
import sys


class Box:
    pass


a = object()
base = sys.getrefcount(a)
more = lambda: sys.getrefcount(a) - base
b = Box()
b.x = b.y = a
l = [a, a, a, a]
d = {1: a, 2: a}
print(more())
del b.x, l[0], d[1]
print(more())
del (l[0], [d[2], b.y])
print(more())
del l[:]
print(more(), l, d, b.__dict__)
for bad in (lambda: l.__delitem__(0), lambda: d.__delitem__(3), lambda: delattr(b, "x")):
    try:
        bad()
    except Exception as e:
        print(type(e).__name__, e)


def local():
    x = a
    n = more()
    del x
    return n, more()


print(local(), more())


def cell():
    x = a
    f = lambda: x
    del x
    try:
        f()
    except NameError as e:
        return str(e)


print(cell(), more())
try:
    del undefined
except NameError as e:
    print(e)
exec("del c", {"c": a})
print(more())
