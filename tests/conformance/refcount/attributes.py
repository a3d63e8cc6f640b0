# An attribute holds one reference, on instances, classes and slots alike.
import sys


class Plain:
    pass


class Slotted:
    __slots__ = ("x", "y")


a = object()
base = sys.getrefcount(a)
more = lambda: sys.getrefcount(a) - base
p = Plain()
p.x = a
print(more(), p.x is a)
p.y = p.x
print(more())
q = Plain()
q.__dict__["x"] = a
print(more())
s = Slotted()
s.x = s.y = a
print(more())
Plain.shared = a
print(more(), q.shared is a)
p.x = None
print(more())
del p.y
print(more())
del s.x
print(more())
s.y = 1
print(more())
del Plain.shared
print(more())
del q
print(more())
try:
    print(s.x)
except AttributeError as e:
    print(type(e).__name__, e)
try:
    s.z = a
except AttributeError as e:
    print(type(e).__name__, e)
print(more())
