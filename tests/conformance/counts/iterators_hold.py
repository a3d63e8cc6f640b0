# Iterators, views and slices: what each keeps alive, and what it drops when it is done.
import sys
from _weakref import ref

rc = sys.getrefcount


class L(list):
    pass


class O:
    pass


def alive(make, steps=0):
    l = L([O() for _ in range(3)])
    w = ref(l)
    items = [ref(x) for x in l]
    it = make(l)
    del l
    for _ in range(steps):
        next(it)
    before = w() is not None, [r() is not None for r in items]
    out = []
    try:
        for x in it:
            out.append(1)
            del x
    except TypeError:
        return before
    return before, len(out), w() is not None


print(alive(iter), alive(iter, 2), alive(reversed), alive(reversed, 1))
print(alive(enumerate), alive(zip), alive(lambda l: map(id, l)), alive(lambda l: filter(None, l)))
print(alive(lambda l: (x for x in l)), alive(lambda l: iter(l[:])), alive(lambda l: iter(tuple(l))), alive(lambda l: iter(dict(enumerate(l)).values())))
print(alive(lambda l: l.__iter__()), alive(lambda l: [l][0].__reversed__()))
d = {"a": O()}
w = ref(d["a"])
v, k, i = d.values(), d.keys(), iter(d.items())
print(rc(d), rc(v))
pair = next(i)
print(rc(pair), w() is pair[1])
del pair, d
print(len(v), w() is not None, next(i, "end"), len(k))
del v, k, i
print(w())
l = [1, 2]
it = iter(l)
print(rc(l), it.__length_hint__())
list(it)
print(rc(l), it.__length_hint__())
z = zip(l, l)
print(rc(l))
list(z)
print(rc(l))
e = enumerate(l)
m = map(str, l)
print(rc(l), list(e), list(m), rc(l))
del z, e, m
print(rc(l))
r = reversed(l)
next(r), next(r)
print(rc(l), next(r, None), rc(l))
s = iter({1, 2})
t = iter((l, l))
print(rc(l), next(t) is l, rc(l), next(t) is l, next(t, 0), rc(l))
