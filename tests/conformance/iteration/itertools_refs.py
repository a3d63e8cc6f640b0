# What itertools' iterators hold, and when they let go.
import itertools as it
import sys
from _weakref import ref


class O:
    pass


o = O()
base = sys.getrefcount(o)
more = lambda: sys.getrefcount(o) - base
r = it.repeat(o, 3)
print(more(), [x is o for x in r], more())
c = it.cycle([o])
print(more(), next(c) is o, more(), next(c) is o, more())
del c, r
print(more())
a, b = it.tee(iter([o, o]))
next(a)
print(more())
next(b)
print(more())
next(a), next(b)
print(more())
del a, b
print(more())
p = it.permutations([o, o], 2)
t = next(p)
print(more(), t[0] is o)
del t, p
print(more())
ch = it.chain([o], (x for x in [o]))
next(ch)
print(more())
next(ch)
print(more())
print(next(ch, "end"), more())
z = zip([o, o], it.count())
x = next(z)
print(more(), sys.getrefcount(x))
i = id(x)
del x
x = next(z)
print(id(x) == i, more())
del x, z, ch
print(more())
g = it.groupby([o, o, 1])
k, grp = next(g)
print(k is o, more())
del k
next(g)
print(more())
del g, grp
print(more())
w = ref(o)
l = list(it.accumulate([o], lambda a, b: a))
del o
print(w() is l[0])
del l
print(w())
