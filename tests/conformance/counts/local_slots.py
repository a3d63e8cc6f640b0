# Locals of a function: parameters, rebinding, del, cells, loops, and what a traceback keeps.
import sys

rc = sys.getrefcount


def one(x):
    a = rc(x)
    y = x
    b = rc(x)
    z = [x, y]
    c = rc(x)
    del y
    d = rc(x)
    z = None
    e = rc(x)
    return a, b, c, d, e


o = object()
print(one(o), one(object()), rc(o))


def cell(x):
    def inner():
        return x
    return rc(x), inner


n, f = cell(o)
print(n, rc(o))
del f
print(rc(o))


def loop(x):
    out = []
    for y in [x, x]:
        out.append(rc(x))
    out.append(rc(x))
    for y in ():
        pass
    out.append(rc(x))
    y = None
    out.append(rc(x))
    return out


print(loop(o), rc(o))


def handler(x):
    try:
        raise ValueError(x)
    except ValueError as e:
        a = rc(x)
        f = e.__traceback__.tb_frame
        b = rc(x)
    del f
    return a, b, rc(x)


print(handler(o), rc(o))


def unpack(x):
    a, b = x, x
    c = rc(x)
    a, b = b, None
    return c, rc(x)


print(unpack(o))


def conditional(x, flag):
    y = x if flag else None
    return rc(x), rc(y if y is not None else x)


print(conditional(o, True), conditional(o, False))


def ret(x):
    return x


r = ret(ret(ret(o)))
print(rc(o), r is o)
del r


def chain(x):
    a = b = c = x
    return rc(x)


print(chain(o), rc(o))


def walrus(x):
    return rc(y := x), rc(x), [z := x] and rc(x)


print(walrus(o), rc(o))
