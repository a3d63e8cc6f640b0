# modes: plain
# Cycles that span generations wait for the collection of the older one.
import gc
from _weakref import ref


class N:
    pass


gc.disable()
gc.collect()
old = N()
gc.collect(1)
young = N()
old.y, young.o = young, old
w = ref(old), ref(young)
del old, young
print(gc.collect(0), [r() is not None for r in w])
print(gc.collect(1), [r() is not None for r in w])
print(gc.collect(2), [r() for r in w])
a = N()
a.me = a
gc.collect(0)
r = ref(a)
del a
print(gc.collect(0), r() is not None, gc.collect(1), r())
keep = [N() for _ in range(10)]
gc.collect()
for n in keep:
    n.me = n
refs = [ref(n) for n in keep]
del keep, n
print(gc.collect(0), gc.collect(1), sum(r() is not None for r in refs), gc.collect(), sum(r() is not None for r in refs))
holder = []
gc.collect()
x = N()
x.me = x
holder.append(x)
r = ref(x)
del x
print(gc.collect(0), r() is not None)
holder.clear()
print(gc.collect(0), gc.collect(1), r())
b = N()
b.list = [b]
b.dict = {"b": b}
b.tuple = (b,)
b.set = {b}
b.func = lambda: b
r = ref(b)
del b
print(gc.collect(), r())
