# Globals are counted as any dict's values; functions hold the dictionary, not the values.
import sys

rc = sys.getrefcount
a = object()
print(rc(a), rc(globals()["a"]), "a" in globals())
b = a
globals()["c"] = a
print(rc(a), c is a)


def f():
    return rc(a)


def g():
    global d
    d = a
    return rc(a)


print(f(), g(), rc(a))
del b, c, d
print(rc(a))
exec("e = a; f2 = lambda: a")
print(rc(a), f2() is a, rc(a))
ns = {"v": a}
exec("w = v", ns)
print(rc(a), rc(ns))
exec("def h(): return v", ns)
print(rc(ns), ns["h"].__globals__ is ns)
h = ns.pop("h")
del ns
print(rc(a), h() is a)
del h
print(rc(a))
del e, f2
print(rc(a))
for a2 in [a]:
    pass
print(rc(a))
del a2
with memoryview(b"") as _:
    x, (y, *z) = a, (a, a)
print(rc(a))
del x, y, z
import builtins
builtins.shared = a
print(rc(a), shared is a)
del builtins.shared
print(rc(a))


class K:
    attr = a
    other = attr


print(rc(a))
del K.attr
print(rc(a))
del K
import gc
gc.collect()
print(rc(a))
saved = globals().copy()
print(rc(a))
saved.clear()
print(rc(a))
print(sorted(k for k, v in globals().items() if v is a))
