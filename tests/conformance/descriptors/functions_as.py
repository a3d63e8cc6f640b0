# Functions, builtins and callables in class dictionaries: which of them bind.
class Callable:
    def __call__(self, *args):
        return "callable", len(args)


class A:
    f = lambda *args: len(args)
    b = len
    c = Callable()
    t = int
    m = [].append
    p = staticmethod(lambda *args: len(args))
    k = classmethod(lambda *args: args[0].__name__)
    gen = (lambda self: (yield self))


a = A()
print(a.f(), A.f(), a.b([1, 2]), a.c(1), a.t("5"), a.p(1), a.k(), type(a.m).__name__, next(a.gen()) is a)
a.f = lambda *args: ("instance", len(args))
print(a.f())
print(type(A.__dict__["f"]).__name__, type(a.b).__name__, A.f.__get__(a, A)(), len.__class__.__name__, hasattr(len, "__get__"), hasattr(A.f, "__get__"))
print(str.upper("x"), str.__dict__["upper"].__get__("y")(), type(str.upper).__name__, type("".upper).__name__, "z".upper.__self__, str.upper.__objclass__.__name__, list.append.__name__, [].append.__name__, int.__add__(1, 2), type(int.__add__).__name__, type(1 .__add__).__name__, dict.fromkeys.__self__ is dict)
for f in (lambda: str.upper(3), lambda: str.upper(), lambda: list.append([]), lambda: list.append(3, 4), lambda: int.__add__("a", 1), lambda: int.__add__(1), lambda: "".upper(1), lambda: [].append.__get__(3)(), lambda: str.__dict__["upper"].__get__(3), lambda: type.mro(3), lambda: object.__repr__(), lambda: dict.get({}), lambda: str.join(",", 3), lambda: float.hex(1), lambda: type.__call__(3)):
    try:
        print(f())
    except (TypeError, AttributeError) as e:
        print(e)


class Meta(type):
    def on_class(cls):
        return cls.__name__

    @property
    def prop(cls):
        return "meta prop"

    shared = "meta"


class B(metaclass=Meta):
    shared = "class"


print(B.on_class(), B.prop, B.shared, type(B).shared, hasattr(B(), "prop"))
B.own = 3
try:
    B.prop = 1
except AttributeError as e:
    print(e)


class L(list):
    def append(self, x):
        super().append(x * 2)

    extend = list.append


l = L()
l.append(1)
l.extend([2])
list.append(l, 3)
print(l, L.extend is list.append, L.__len__ is list.__len__)
