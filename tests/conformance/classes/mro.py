# The C3 order of bases, and where it does not exist.
class A: pass
class B(A): pass
class C(A): pass
class D(B, C): pass
class E(C, B): pass


def names(cls):
    return " ".join(k.__name__ for k in cls.__mro__)


print(names(D), "|", names(E))
for bases in ((A, B), (D, E), (object, A), (A, A), (int, str), (bool,), (type(None),), (A, 3), (lambda: 0,)):
    try:
        print(names(type("X", bases, {})))
    except TypeError as e:
        print(str(e).replace("\n", " / "))


class Z: pass
class K1(A, Z): pass
class K2(B, Z): pass
class K3(K2, C, K1): pass


print(names(K3))
print(D.mro() == list(D.__mro__), D.__subclasses__(), [k.__name__ for k in A.__subclasses__()])
B.__bases__ = (Z,)
print(names(D), "|", names(B))
try:
    B.__bases__ = ()
except TypeError as e:
    print(e)
try:
    A.__bases__ = (B,)
except TypeError as e:
    print(e)


class M(type):
    def mro(cls):
        return [cls, object]


class N(A, metaclass=M): pass


print(names(N), isinstance(N(), A), issubclass(N, A))
