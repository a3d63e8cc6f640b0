# The order in which containers drop what they hold: lists and tuples last first, dicts first first.
class D:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print(self.n, end=" ")


def show(label, make):
    print(label, end=": ")
    x = make()
    del x
    print()


show("list", lambda: [D(i) for i in range(4)])
show("tuple", lambda: (D(0), D(1), D(2)))
show("dict", lambda: {i: D(i) for i in range(4)})
show("dict keys", lambda: {D("k1"): D("v1"), D("k2"): D("v2")})
show("nested list", lambda: [[D(1), D(2)], D(3), [D(4)]])
show("mixed", lambda: {"a": [D(1), D(2)], "b": (D(3), {"c": D(4)})})
show("cleared list", lambda: [D(i) for i in range(3)].clear())
show("cleared dict", lambda: {i: D(i) for i in range(3)}.clear())
show("pop", lambda: [D(i) for i in range(3)].pop(1))
show("set of one", lambda: {D(1)})
show("frozenset", lambda: frozenset([D(1)]))


class O:
    pass


def attrs():
    o = O()
    o.a, o.b, o.c = D("a"), D("b"), D("c")
    return o


def dict_attrs():
    o = attrs()
    o.__dict__
    return o


class S:
    __slots__ = ("x", "y", "z")


def slots():
    s = S()
    s.z, s.y, s.x = D("z"), D("y"), D("x")
    return s


def closure():
    a, b = D("a"), D("b")
    return lambda: (b, a)


def defaults():
    def f(a=D("a"), b=D("b"), *, c=D("c")):
        pass
    f.attr = D("attr")
    return f


def gen():
    def g(x):
        y = D("y")
        yield
    it = g(D("x"))
    next(it)
    return it


for f in (attrs, dict_attrs, slots, closure, defaults, gen):
    show(f.__name__, f)
show("map", lambda: map(D, [1]))
show("zip", lambda: zip([D(1)], [D(2)]))
show("iter", lambda: iter([D(1), D(2)]))
show("slice", lambda: slice(D(1), D(2), D(3)))
show("exception", lambda: ValueError(D(1), D(2)))
show("bound", lambda: D("self").__init__)
