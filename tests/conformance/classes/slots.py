# __slots__: what they allow, forbid, inherit and clash with.
import sys


class A:
    __slots__ = ("x", "y")


class B(A):
    __slots__ = ("z",)


class C(A):
    pass


class D:
    __slots__ = "one"


class E:
    __slots__ = ["__dict__", "q"]


class F:
    __slots__ = {"doc": "described"}


a, b, c = A(), B(), C()
print(sys.getsizeof(a), sys.getsizeof(b), sys.getsizeof(c), sys.getsizeof(D()), sys.getsizeof(E()))
b.x = b.z = 1
c.w = 2
print(b.x, b.z, c.w, c.__dict__, A.x, type(A.x).__name__, F.__slots__)
D().one = 1
for f in (lambda: a.x, lambda: setattr(a, "w", 1), lambda: a.__dict__, lambda: delattr(a, "x"), lambda: setattr(a, "__class__", B),
          lambda: A.x.__get__(3), lambda: setattr(b, "w", 1)):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
for body in ("__slots__ = ('1x',)", "__slots__ = (3,)", "__slots__ = ('a',); a = 1", "__slots__ = ('__weakref__', '__weakref__')", "__slots__ = 3"):
    try:
        exec("class X:\n " + body)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
for bases in ((A, type("P", (), {"__slots__": ("p",)})), (int,)):
    try:
        class X(*bases):
            __slots__ = ("v",)
        X().v = 1
        print("fine")
    except TypeError as e:
        print(e)
class P:
    __slots__ = ("__private",)
    def __init__(self):
        self.__private = 3
print(P.__slots__, P()._P__private, [k for k in P.__dict__ if "private" in k])
