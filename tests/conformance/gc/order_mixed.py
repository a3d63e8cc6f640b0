# modes: plain
# The order of finalizers and callbacks in one collection over objects of several kinds.
import gc
from _weakref import ref


class A:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n, end="; ")


class S:
    __slots__ = ("x", "n", "__weakref__")

    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del slot", self.n, end="; ")


gc.collect()
gc.disable()
a, s, l, d = A("a"), S("s"), [], {}
a.next, s.x, d["k"] = s, l, a
l.append(d)
refs = [ref(o, lambda r, n=n: print("callback", n, end="; ")) for n, o in (("a", a), ("s", s))]
del a, s, l, d
print(gc.collect())
x = A("outer")
x.me = x
x.inner = A("inner")
x.inner.list = [A("deep"), A("deeper")]
del x
print(gc.collect())
ring = [A(i) for i in range(4)]
for i, n in enumerate(ring):
    n.next = ring[(i + 1) % 4]
refs = [ref(n, lambda r, i=i: print("cb", i, end="; ")) for i, n in enumerate(ring)]
del ring, n
print(gc.collect())


def gen(o):
    try:
        yield o
    finally:
        print("generator finally", o.n, end="; ")


o = A("held")
g = gen(o)
o.g = g
next(g)
del o, g
print(gc.collect())
f = lambda: f2()
f2 = lambda: f()
f.o, f2.o = A("f"), A("f2")
f.other, f2.other = f2, f
w = ref(f)
del f, f2
print(gc.collect(), w())
