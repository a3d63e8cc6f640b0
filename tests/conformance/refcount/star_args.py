# Star arguments: a tuple or dict is made, or passed on as it is.
import sys


def f(*args, **kw):
    return args, kw


t = (object(), object())
args, kw = f(*t)
print(args is t, sys.getrefcount(t), sys.getrefcount(t[0]))
args, kw = f(*list(t))
print(args is t, args == t)
d = {"x": object()}
args, kw = f(**d)
print(kw is d, kw == d, sys.getrefcount(d["x"]))
del args, kw
print(sys.getrefcount(t), sys.getrefcount(t[0]), sys.getrefcount(d["x"]))
f(*t, **d)
print(sys.getrefcount(t), sys.getrefcount(d), sys.getrefcount(t[0]))


def g(a, *rest):
    return sys.getrefcount(a), len(rest)


print(g(*t), g(t[0]), g(*t, *t), sys.getrefcount(t[0]))


def h(a, b, *, c=None, **rest):
    return sys.getrefcount(a), sys.getrefcount(c), sorted(rest)


o = object()
print(h(o, 1, c=[]), h(o, b=o, c=o, z=o), sys.getrefcount(o))
for call in (lambda: h(), lambda: h(1, 2, 3), lambda: h(1, 2, a=3), lambda: g(), lambda: f(**{1: 2}), lambda: f(*3)):
    try:
        call()
    except TypeError as e:
        print(e)
print(sys.getrefcount(o), sys.getrefcount(t[0]))
