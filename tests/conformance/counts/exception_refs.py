# References held by exceptions, tracebacks, contexts, and released when handlers end.
import sys
from _weakref import ref

rc = sys.getrefcount


class O:
    pass


class E(Exception):
    pass


def raiser(o):
    local = [o]
    raise E(o)


o = O()
base = rc(o)
more = lambda: rc(o) - base
try:
    raiser(o)
except E as e:
    print(more(), rc(e))
print(more())
try:
    raiser(o)
except E:
    print(more(), rc(sys.exception()))
print(more())
try:
    try:
        raiser(o)
    except E:
        raise KeyError
except KeyError as k:
    print(more(), k.__context__.args[0] is o)
    k.__context__ = None
    print(more())
print(more())
try:
    try:
        raiser(o)
    finally:
        print("finally", more())
except E:
    pass
print(more())
saved = None
try:
    raiser(o)
except E as e:
    saved = e
print(more())
saved.__traceback__ = None
print(more())
saved = None
print(more())
e = E(o, o)
print(more())
f = E(*e.args)
print(more(), e.args is f.args)
e.__cause__ = f
del f
print(more(), rc(e.__cause__))
del e
print(more())


def gen():
    try:
        yield
    except E:
        yield more()


g = gen()
next(g)
print(g.throw(E(o)), more())
del g
print(more())


def swallow():
    try:
        raiser(o)
    except E:
        return more()


print(swallow(), more())


def nested(n):
    if n:
        try:
            nested(n - 1)
        except E as e:
            raise E(o) from e
    raiser(o)


try:
    nested(3)
except E as e:
    print(more())
print(more())
w = ref(o)
try:
    raise E(o)
except E as x:
    del o
    print(w() is x.args[0])
print(w())
