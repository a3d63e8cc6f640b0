# modes: plain
# A class is a cycle by itself: its mro and its descriptors refer to it.
import gc
from _weakref import ref


def make(kind):
    if kind == "plain":
        class K:
            pass
    elif kind == "slots":
        class K:
            __slots__ = ("a", "b")
    elif kind == "method":
        class K:
            def m(self):
                return __class__
    elif kind == "sub":
        class B:
            pass

        class K(B):
            pass
    elif kind == "meta":
        class M(type):
            pass

        class K(metaclass=M):
            pass
    elif kind == "instance":
        class K:
            pass
        K.only = K()
    return ref(K)


for kind in ("plain", "slots", "method", "sub", "meta", "instance"):
    gc.collect()
    r = make(kind)
    alive = r() is not None
    gc.collect()
    print(kind, alive, r())
base = type("Base", (), {})
subs = [type("S%d" % i, (base,), {}) for i in range(3)]
print([s.__name__ for s in base.__subclasses__()])
del subs[1]
gc.collect()
print([s.__name__ for s in base.__subclasses__()])
del subs
gc.collect()
print(base.__subclasses__())
