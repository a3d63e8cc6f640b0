# Assignment aliases, copying copies one level, slices and constructors copy, strings do not.
import sys

inner = [1]
a = [inner, inner]
b = a
c = a[:]
d = list(a)
e = a.copy()
f = [*a]
g = a + []
print([x is a for x in (b, c, d, e, f, g)], [x[0] is inner for x in (c, d, e, f, g)], sys.getrefcount(inner), sys.getrefcount(a))
inner.append(2)
b.append("b")
c.append("c")
print(a, c, d)


def deep(x, memo=None):
    memo = {} if memo is None else memo
    if id(x) in memo:
        return memo[id(x)]
    if isinstance(x, list):
        out = memo[id(x)] = []
        out.extend(deep(v, memo) for v in x)
        return out
    if isinstance(x, dict):
        out = memo[id(x)] = {}
        out.update((deep(k, memo), deep(v, memo)) for k, v in x.items())
        return out
    return x


h = deep(a)
print(h == a, h[0] is h[1], h[0] is inner)
loop = [1]
loop.append(loop)
k = deep(loop)
print(k[1] is k, k is not loop, k)
m = {"l": [1]}
n = dict(m)
o = {**m}
p = m.copy()
print(all(x["l"] is m["l"] for x in (n, o, p)), n is m, sys.getrefcount(m["l"]))
s, t = {1, 2}, frozenset([1])
print(set(s) is s, s.copy() == s, frozenset(t) is t, t.copy() is t)


def mutate(l, i=5):
    l.append(i)
    l = [99]
    i = 0
    return l


z = [1]
print(mutate(z), z)
grid = [[0] * 2 for _ in range(2)]
shallow = grid[:]
grid[0][0] = 1
grid[1] = "new"
print(grid, shallow)
del a, b, c, d, e, f, g
print(sys.getrefcount(inner))
