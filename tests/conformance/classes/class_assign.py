# Assigning __class__ and changing classes while instances live.
class A:
    def m(self):
        return "A"


class B:
    def m(self):
        return "B"


class S:
    __slots__ = ("a",)


class T:
    __slots__ = ("a",)


x = A()
x.v = 1
x.__class__ = B
print(x.m(), x.v, type(x).__name__, isinstance(x, A))
s = S()
s.a = 3
s.__class__ = T
print(s.a, type(s).__name__)
for f in (lambda: setattr(x, "__class__", S), lambda: setattr(x, "__class__", int), lambda: setattr(x, "__class__", 3),
          lambda: setattr(1, "__class__", bool), lambda: setattr([], "__class__", list), lambda: delattr(x, "__class__"),
          lambda: setattr(int, "x", 1), lambda: delattr(int, "real"), lambda: setattr(3, "x", 1)):
    try:
        f()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
B.m = lambda self: "new B"
print(x.m())
B.__call__ = lambda self: "called"
print(x())
B.__len__ = lambda self: 0
print(len(x), bool(x))
del B.__len__
print(bool(x))
try:
    len(x)
except TypeError as e:
    print(e)
B.__getattr__ = lambda self, n: n
print(x.anything)
del B.__getattr__
print(hasattr(x, "anything"))
x.__dict__ = {"w": 2}
print(x.w, hasattr(x, "v"))
for bad in (3, None, []):
    try:
        x.__dict__ = bad
    except TypeError as e:
        print(e)
