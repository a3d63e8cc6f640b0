# Default values are evaluated once, when the def runs, and live with the function.
import sys

x = 1


def f(a=x, b=[]):
    b.append(a)
    return b


x = 2
print(f(), f(5), f(b=[9]), f.__defaults__, f() is f.__defaults__[1])
o = object()
base = sys.getrefcount(o)


def g(a=o, *, k=o):
    return a is k


print(sys.getrefcount(o) - base, g(), g(1))
g2 = g
del g
print(sys.getrefcount(o) - base)
del g2
print(sys.getrefcount(o) - base)


def factory():
    def inner(v=[]):
        v.append(len(v))
        return v
    return inner


a, b = factory(), factory()
print(a(), a(), b(), a.__defaults__ is b.__defaults__, a.__code__ is b.__code__)


def sentinel(v=None):
    v = [] if v is None else v
    v.append(1)
    return v


print(sentinel(), sentinel(), sentinel([0]))


def change(a=1):
    return a


change.__defaults__ = (7,)
print(change())
change.__defaults__ = None
try:
    change()
except TypeError as e:
    print(e)
change.__defaults__ = (1, 2)
print(change())


def kw(*, a=1, b):
    return a, b


kw.__kwdefaults__["b"] = 5
print(kw())
del kw.__kwdefaults__["a"]
try:
    kw()
except TypeError as e:
    print(e)


class A:
    n = 3

    def m(self, v=n):
        return v


A.n = 4
print(A().m(), [lambda i=i: i for i in range(3)][1](), (lambda a, b=2: (a, b))(1))
fs = [(lambda z=z: z) for z in "ab"]
print([f() for f in fs], fs[0]("given"))
