# Instances: with and without a dictionary asked for, key sharing, slots, subclasses of builtins.
import sys

size = sys.getsizeof


class A:
    def __init__(self, n):
        self.a = 1
        self.b = 2
        if n > 2:
            self.c = 3


class Many:
    def __init__(self, n):
        for i in range(n):
            setattr(self, "x%d" % i, i)


a, b = A(1), A(3)
print(size(a), size(b), size(a.__dict__), size(b.__dict__), size(A(1).__dict__), size(vars(A(5))))
a.extra = 1
print(size(a), size(a.__dict__), size(b.__dict__))
del a.a
print(size(a.__dict__), size(A(1).__dict__))
print([size(Many(n).__dict__) for n in (0, 1, 5, 6, 10, 20, 29, 30, 31, 40)])


class Late:
    pass


x = Late()
print(size(x), size(x.__dict__))
for i in range(12):
    setattr(x, "k%d" % i, i)
    print(size(x.__dict__), end=" ")
print()
y = Late()
y.k0 = 1
print(size(y.__dict__), size(Late().__dict__))


class S1:
    __slots__ = ("a",)


class S2(S1):
    __slots__ = ("b", "c")


class S3(S2):
    pass


class W:
    __slots__ = ("a", "__weakref__")


class D:
    __slots__ = ("__dict__",)


class L(list): pass
class I(int): pass
class T(tuple): pass
class St(str): pass
class Di(dict): pass
class F(float): pass
class B(bytes): pass
class Ls(list):
    __slots__ = ()


print([size(v) for v in (S1(), S2(), S3(), W(), D(), L(), L([1]), I(), I(5), I(2 ** 40), T(), T((1, 2)), St(), St("abc"), Di(), Di(a=1), F(1.0), B(b"ab"), Ls(), Exception.__new__(type("E", (Exception,), {})))])
