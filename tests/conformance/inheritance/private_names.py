# Names with two underscores are mangled with the class's name.
class A:
    __x = 1

    def __init__(self):
        self.__y = 2
        self.__z__ = 3
        self._w = 4

    def __m(self):
        return self.__x, self.__y

    def get(self):
        return self.__m()

    def other(self, o):
        return o.__y

    def local(self):
        __v = 5
        def inner():
            return __v
        return inner(), sorted(locals())

    def glob(self):
        global __g
        __g = 6
        return __g

    def kw(self, __k=7):
        return __k

    def imp(self):
        import sys as __s
        return __s.__name__, sorted(locals())

    class __Inner:
        __q = 8

    def inner_name(self):
        return self.__Inner.__name__, [n for n in vars(self.__Inner) if n.endswith("q")]


class B(A):
    __x = 10

    def __init__(self):
        super().__init__()
        self.__y = 20

    def mine(self):
        return self.__x, self.__y


a, b = A(), B()
print(sorted(vars(a)), a.get(), sorted(vars(b)), b.get(), b.mine(), a.other(b), a.local(), a.glob(), a.kw(), a.imp(), a.inner_name())
print("_A__g" in globals(), _A__g, a._A__x, b._B__y, a.kw(_A__k=9), A.kw.__code__.co_varnames)
for f in (lambda: a.__x, lambda: a.__y, lambda: a.kw(__k=1), lambda: a.other(3)):
    try:
        print(f())
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)


class _Under:
    def f(self):
        self.__p = 1
        return vars(self)


class __Double:
    def f(self):
        self.__p = 1
        return vars(self)


class ___:
    def f(self):
        self.__p = 1
        return vars(self)


print(_Under().f(), __Double().f(), ___().f())


class C:
    __slots__ = ("__s",)

    def f(self):
        self.__s = 1
        return self.__s, [n for n in dir(self) if n.endswith("s") and not n.startswith("__")], getattr(self, "_C__s"), hasattr(self, "__s")


print(C().f())


class D:
    exec("__e = 1")
    f = lambda self: self.__class__.__dict__.get("__e"), 
    __doc = "d"
    names = [n for n in locals() if "doc" in n]
    __ann: int = 3


print(D.f[0](D()), D.names, D.__annotations__)
