# Tuples: what they do, share and refuse.
t = (1, "a", [2])
print(t[0], t[-1], t[1:], t[::-1], t + (3,), t * 2, 0 * t, t.index("a"), t.count(1), len(t), "a" in t, t == (1, "a", [2]), t < (2,), hash((1, 2)) == hash((1, 2)))
print((1,), (), (1, 2), ((),), (1,) * 3, tuple("ab"), tuple([1]), tuple(range(3)), tuple(), (*t, *t), tuple(x for x in "z"), 1, 2)
t[2].append(3)
print(t)
try:
    t[2] += [4]
except TypeError as e:
    print(e)
print(t)
for f in (lambda: t.__setitem__, lambda: t[9], lambda: t["a"], lambda: t[1.5], lambda: t + [1], lambda: t * t, lambda: t.index("zz"), lambda: t.index(1, 1), lambda: hash(t), lambda: tuple(3), lambda: tuple(1, 2), lambda: (1, "a") < (1, 2), lambda: t.append(1), lambda: t(), lambda: t.count(),
          lambda: -t, lambda: t @ t, lambda: [] + t, lambda: "a" + t, lambda: t % 3, lambda: t.x, lambda: tuple(a=1), lambda: ().__getitem__(0), lambda: ().__getitem__()):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
try:
    t[0] = 1
except TypeError as e:
    print(e)
try:
    del t[0]
except TypeError as e:
    print(e)


class T(tuple):
    def __new__(cls, *a):
        return super().__new__(cls, a)

    def first(self):
        return self[0]


x = T(7, 8)
x.extra = 1
print(x, x.first(), type(x[:]).__name__, type(x + (1,)).__name__, x == (7, 8), tuple(x) is x, tuple(t) is t, t[:] is t, type(T()).__name__, x.__dict__)
a = b = (1, 2)
a += (3,)
print(a, b, a is b, (1, 2) == (1.0, 2.0), ((1, 2) > (1,)), max((1, 2), (1, 3)), sorted([(2, "b"), (1, "z"), (2, "a")]))
