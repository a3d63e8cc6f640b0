# What a call adds to the count of its arguments, by kind of parameter.
import sys


def show(x):
    return sys.getrefcount(x)


def two(x):
    y = x
    return sys.getrefcount(x)


def star(*args):
    return sys.getrefcount(args[0])


def keywords(**kw):
    return sys.getrefcount(kw["x"])


def default(x, y=None):
    y = x
    x = None
    return sys.getrefcount(y)


def forward(*args, **kw):
    return show(*args, **kw)


a = []
print(sys.getrefcount(a))
print(show(a))
print(show(x=a))
print(two(a))
print(star(a))
print(star(a, a))
print(keywords(x=a))
print(keywords(x=a, y=a))
print(default(a))
print(forward(a))
print(forward(x=a))
print(show(*[a]))
print(show(**{"x": a}))
print((lambda v: sys.getrefcount(v))(a))
print(sys.getrefcount(a))
