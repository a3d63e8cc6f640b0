# modes: plain
# An exception kept in its own frame makes a cycle that only the collector breaks.
import gc
from _weakref import ref


class Big:
    pass


def fail(keep):
    big = Big()
    watch = ref(big)
    try:
        raise ValueError("x")
    except ValueError as e:
        if keep:
            kept = e
    return watch


gc.collect()
r = fail(False)
print(r())
r = fail(True)
print(r() is not None)
print(gc.collect() > 0, r())


def frame_cycle():
    import sys
    big = Big()
    frame = sys._getframe()
    return ref(big)


r = frame_cycle()
print(r() is not None)
gc.collect()
print(r())


def gen():
    big = Big()
    refs.append(ref(big))
    me = yield
    yield


refs = []
g = gen()
next(g)
g.send(g)
del g
print(refs[0]() is not None)
gc.collect()
print(refs[0]())
