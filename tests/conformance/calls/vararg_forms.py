# Star arguments in calls, definitions and displays.
def f(a, b=2, *args, c, d=4, **kw):
    return a, b, args, c, d, kw


print(f(1, c=3), f(1, 2, 3, 4, c=5, e=6), f(*[1, 2, 3], c=4), f(*(1,), *[2], 9, **{"c": 1}, **{"z": 2}), f(c=1, a=2), f(1, *"xy", c=0), f(**dict(a=1, c=2)))


def g(*args, **kw):
    args[:0]
    kw["added"] = 1
    return args, kw


d = {"k": 1}
print(g(*range(3), **d), d, g(), g(*()), g(**{}), g(*{1: 2}), g(*"ab", *{3}, k=1))


def h(a, /, b, *, c):
    return a, b, c


print(h(1, 2, c=3), h(1, b=2, c=3), h(*[1], **{"b": 2, "c": 3}))


def same(a, /, **kw):
    return a, kw


print(same(1, a=2), [*"ab", *[1]], (*"ab",), {*"a", *[1]} == {"a", 1}, {**{1: 2}, **{1: 3}}, [*[], *()], *"xyz")


class M:
    def keys(self):
        return ["x", "y"]

    def __getitem__(self, k):
        return k * 2


print(g(**M()), dict(**M()), {**M()}, dict(M()))


class BadKeys:
    def keys(self):
        return 3

    def __getitem__(self, k):
        return 1


for c in (lambda: g(**BadKeys()), lambda: g(**[1]), lambda: {**BadKeys()}, lambda: [*1], lambda: {*[[]]}, lambda: g(**{"k": 1}, k=2), lambda: g(*None)):
    try:
        print(c())
    except TypeError as e:
        print(e)
print((lambda *a, **k: (a, k))(1, x=2), (lambda a, b=3, /: (a, b))(1), (lambda *, k: k)(k=5), max(*[3, 1], 2), print(*[], sep="") is None)


def many(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t):
    return a + t


print(many(*range(20)), many(**{chr(97 + i): i for i in range(20)}))
