# Descriptors that keep state: per instance dict, weak table, lazily replaced.
import sys


class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, obj, owner=None):
        return self if obj is None else getattr(obj, self.name)

    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError("%s must be %s" % (self.name[1:], self.kind.__name__))
        setattr(obj, self.name, value)

    def __delete__(self, obj):
        delattr(obj, self.name)


class Lazy:
    def __init__(self, f):
        self.f = f

    def __get__(self, obj, owner=None):
        value = obj.__dict__[self.f.__name__] = self.f(obj)
        return value


class P:
    x = Typed(int)
    name = Typed(str)

    def __init__(self, x, name):
        self.x = x
        self.name = name

    @Lazy
    def heavy(self):
        print("computing", end=" ")
        return [self.x]


p = P(1, "n")
print(p.x, p.name, p.__dict__, P.x.kind)
for name, value in (("x", "s"), ("name", 3)):
    try:
        setattr(p, name, value)
    except TypeError as e:
        print(e)
p.x += 5
print(p.x, p.heavy, p.heavy is p.heavy, sys.getrefcount(p.heavy))
del p.x
try:
    p.x
except AttributeError as e:
    print(e)
o = object()
base = sys.getrefcount(o)


class Hold:
    v = Typed(object)


h = Hold()
h.v = o
print(sys.getrefcount(o) - base, h.v is o, sys.getrefcount(o) - base)
h.v = None
print(sys.getrefcount(o) - base)
h.v = o
del h
print(sys.getrefcount(o) - base)


class Counted:
    def __get__(self, obj, owner):
        return sys.getrefcount(obj)


class C:
    n = Counted()


c = C()
print(c.n, getattr(c, "n"), C().n)
