# A slice is a new container that shares its items.
import sys

a = object()
base = sys.getrefcount(a)
more = lambda: sys.getrefcount(a) - base
l = [a] * 4
print(more())
m = l[1:3]
print(more(), m is l, m[0] is l[0])
n = l[:]
print(more(), n == l, n is l)
t = tuple(l)
print(more(), t[:] is t, tuple(t) is t)
u = t[1:]
print(more(), u is t)
l[0:2] = []
print(more())
l[:] = [a] * 5
print(more())
l[::2] = [None] * 3
print(more(), l.count(a))
del l[1::2]
print(more(), l)
l *= 2
print(more(), len(l))
m = m + n
print(more(), len(m))
del m, n, u, t
print(more())
k = [[a]] * 3
print(more(), k[0] is k[2], sys.getrefcount(k[0]))
