# Slice objects: attributes, indices, comparison, what receives them.
s = slice(1, 10, 2)
print(s, s.start, s.stop, s.step, slice(5), slice(None), slice(1, 2), s.indices(5), s.indices(100), slice(-3, None).indices(10), slice(None, None, -1).indices(4), slice(9, 1, -2).indices(6))
print(s == slice(1, 10, 2), s != slice(1), slice(1, 2) < slice(1, 3), slice("a", [], {}), slice(None) == slice(None, None, None), repr(slice(1.5)))


class G:
    def __getitem__(self, k):
        return k

    def __setitem__(self, k, v):
        print("set", k, v)

    def __delitem__(self, k):
        print("del", k)


g = G()
print(g[1], g[1:2], g[1:2:3], g[:], g[::], g[1:, 2], g[...], g[..., :], g[()], g[1,], g["a":"b"], g[[1]], g[g[1]:g[2]])
g[1:2] = 3
g[:, 1] = 4
del g[1:2, ::3]
g[1] += 2
for f in (lambda: slice(), lambda: slice(1, 2, 3, 4), lambda: s.indices(), lambda: s.indices("a"), lambda: s.indices(-1), lambda: slice("a").indices(3), lambda: slice(1, 2, 0).indices(3), lambda: hash(s), lambda: setattr(s, "start", 2), lambda: s[0], lambda: slice(a=1), lambda: {s: 1}, lambda: iter(s)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class Sub:
    def __getitem__(self, *args, **kw):
        return args, kw


print(Sub()[1, 2], Sub()[(1, 2)], Sub()[*[1, 2], 3], Sub()[*()])
