# References held while arguments are spread, gathered and passed on.
import sys

rc = sys.getrefcount
o = object()


def plain(x):
    return rc(x)


def star(*a):
    return rc(a[0]), rc(a)


def kw(**k):
    return rc(k["x"]), rc(k)


def mixed(a, *r, k=None, **d):
    return rc(a), rc(k)


def through(*a, **k):
    return plain(*a, **k)


def through2(*a, **k):
    return through(*a, **k)


t = (o,)
d = {"x": o}
print(rc(o), plain(o), plain(*t), plain(*[o]), plain(**d), plain(x=o))
print(star(o), star(*t), star(*[o]), star(o, o))
print(kw(x=o), kw(**d))
print(mixed(o), mixed(o, k=o), mixed(*t, **{"k": o}), mixed(o, o, o, z=o))
print(through(o), through(*t), through(x=o), through2(o), through2(**d))
print((lambda *a: rc(a[0]))(o), (lambda **k: rc(k["x"]))(x=o), (lambda a=o: rc(a))(), rc(o))
print([plain(v) for v in t], [star(v) for v in t], list(map(plain, t)), list(map(star, t)))
print(rc(t), rc(d), rc(o))


class C:
    def __init__(self, *a, **k):
        self.n = rc(a[0])

    def m(self, *a):
        return rc(a[0])

    @classmethod
    def c(cls, x):
        return rc(x)

    @staticmethod
    def s(x):
        return rc(x)


print(C(o).n, C(*t).n, C(o).m(o), C.c(o), C.s(o), C(o).c(o), C(o).m(*t))
g = (lambda: (yield rc(o)))()
print(next(g), rc(o))
exec("print(rc(o))")
print(eval("rc(o)"), eval("plain(o)"))
