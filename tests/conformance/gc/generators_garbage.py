# modes: plain
# Generators, coroutines and frames in cyclic garbage.
import gc
from _weakref import ref

log = []


def cyc(name):
    me = yield
    try:
        yield name
    finally:
        log.append("finally " + name)


def start(name):
    g = cyc(name)
    next(g)
    g.send(g)
    return ref(g)


gc.collect()
r = start("one")
print(r() is not None, gc.collect(), r(), log)


def not_started():
    def g(x):
        yield x
    l = []
    it = g(l)
    l.append(it)
    return ref(it)


r = not_started()
print(r() is not None, gc.collect(), r())


def plain():
    me = yield
    yield


g = plain()
next(g)
g.send(g)
r = ref(g)
del g
print(gc.collect(), r())


def delegating():
    inner = cyc("inner")
    next(inner)
    me = yield
    yield from inner


g = delegating()
next(g)
g.send(g)
del g
print(gc.collect(), log)


def exc():
    e = ValueError()
    try:
        raise e
    except ValueError as x:
        keep = x
        yield


g = exc()
next(g)
del g
print(gc.collect() >= 0)


class Holder:
    pass


def loop(h):
    for i in iter([h, h]):
        yield i


h = Holder()
h.it = loop(h)
next(h.it)
r = ref(h)
del h
print(gc.collect() > 0, r())


async def coro(h):
    await Never()


class Never:
    def __await__(self):
        yield


h = Holder()
h.c = coro(h)
h.c.send(None)
r = ref(h)
del h
print(gc.collect() > 0, r())
z = (x for x in [lambda: z])
print(next(z)() is z)
del z
print(gc.collect() >= 0)
