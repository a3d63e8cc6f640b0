# globals(), locals(), vars(): the same dict, a snapshot, an attribute dict.
# modes: plain
import sys

a = object()
g = globals()
print(g["a"] is a, sys.getrefcount(a), g is globals())
g["b"] = a
print(b is a, sys.getrefcount(a))
del g["b"]
print("b" in g, sys.getrefcount(a))
print(locals() is globals(), vars() is g)


def f(x):
    before = sys.getrefcount(x)
    snapshot = locals()
    return before, sys.getrefcount(x), snapshot["x"] is x, locals() is snapshot, sorted(snapshot)


print(f(a), sys.getrefcount(a))


def h(x):
    d = locals()
    d["x"] = 1
    d["y"] = 2
    return x is a, sorted(locals()), "y" in locals()


print(h(a))


class K:
    here = sorted(k for k in locals() if not k.startswith("__"))
    v = a
    there = sorted(k for k in locals() if not k.startswith("__"))


print(K.here, K.there, vars(K)["v"] is a, sys.getrefcount(a))
i = K()
i.w = a
print(list(vars(i)), vars(i) is i.__dict__)
try:
    vars(3)
except TypeError as e:
    print(e)
exec("c = a; d = c", g)
print(c is d, sys.getrefcount(a))
