# Attribute errors on every kind of object, and the suggestion they carry in tracebacks only.
class A:
    value = 1
    __slots__ = ("slot",)

    def method(self):
        pass


a = A()
things = [1, 1.5, "s", b"b", [], (), {}, set(), None, ..., range(1), len, A, a, a.method, A.method, int, type, iter([]), (x for x in ""), slice(1), Exception(), property(), super(A, a), NotImplemented, memoryview(b"")]
import sys

for t in things:
    for f in (lambda: t.nope, lambda: setattr(t, "nope", 1), lambda: delattr(t, "nope"), lambda: t.__class__.nope, lambda: getattr(t, "no pe")):
        try:
            f()
            print("fine", end="; ")
        except (AttributeError, TypeError) as e:
            print(type(e).__name__, str(e).split(" at 0x")[0], end="; ")
    print()
try:
    sys.nope
except AttributeError as e:
    print(e, e.name, e.obj is sys)
try:
    a.metod
except AttributeError as e:
    print(e, e.name, e.obj is a)
try:
    a.slot
except AttributeError as e:
    print(e, e.name, e.obj is a)
try:
    undefined_name
except NameError as e:
    print(e, e.name)
for name in (1, None, b"x", ["a"]):
    for f in (getattr, hasattr, delattr):
        try:
            f(a, name)
        except TypeError as e:
            print(e)
try:
    setattr(a, 1, 2)
except TypeError as e:
    print(e)
