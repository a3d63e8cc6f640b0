# References while items move between containers, by pop, swap, sort, reverse, extend, slices.
import sys

rc = sys.getrefcount
o = object()
base = rc(o)
more = lambda: rc(o) - base
a, b = [o], []
b.append(a.pop())
print(more(), a, b[0] is o)
b.extend(b)
print(more())
b.extend(b[:])
print(more(), len(b))
b.reverse()
b.sort(key=id)
print(more())
b[0], b[1] = b[1], b[0]
print(more())
c = b[::2]
print(more())
b[1:3] = c
print(more(), len(b))
b += c
print(more())
b *= 2
print(more())
del b[::2]
print(more())
b[:] = [x for x in b if x is not o]
print(more(), b)
t = (o,) * 3
print(more())
t += (o,)
print(more())
u, *v = t
print(more(), len(v))
del u, v
print(more())
t = t[:2]
print(more())
s = {o}
s |= {o, 1}
print(more())
s.update([o])
s.remove(o)
print(more())
d = {o: o}
print(more())
d[o] = 1
print(more())
d["k"] = d.setdefault(o, 5)
e = dict(d)
print(more())
d.clear()
e[1] = e.popitem()
print(more())
del e[o]
print(more())
c.clear()
print(more())
t = None
print(more())
z = list(zip([o, o], [o]))
print(more())
z = list(enumerate([o]))
print(more())
z = dict(enumerate([o]))
print(more())
z = {k: v for v, k in z.items()}
print(more())
z = [*z, *z]
print(more())
z = (*z, o)
print(more())
z = sorted(z, key=id)
print(more())
z = list(reversed(z))
print(more())
z = None
print(more())
