# A freed object's address goes to the next of its size.
class A:
    pass


class B:
    __slots__ = ("x",)


def same(make):
    first = id(make())
    return id(make()) == first


print(same(A), same(B), same(object), same(list), same(dict), same(lambda: (1, [])), same(lambda: 1.5 * 2.5), same(lambda: [1, 2]), same(set), same(lambda: slice(1)), same(lambda: lambda: 0), same(lambda: 10 ** 20), same(lambda: "a" * 10), same(lambda: b"x" * 9))
a = A()
i = id(a)
a = A()
print(id(a) == i)
del a
a = A()
print(id(a) == i or True)
a, b = A(), A()
ia, ib = id(a), id(b)
del a
del b
c = A()
d = A()
print(id(c) == ib, id(d) == ia)
del c, d
print(id(A()) == id(A()), A() is A(), id([]) == id([]), [] is [], id(object()) == id(object()), id({}) == id({}))
print(len({id(A()) for _ in range(10)}), len({id(x) for x in [A() for _ in range(10)]}))
l = [1.5 + i for i in range(3)]
ids = [id(x) for x in l]
print(len(set(ids)), ids == [id(x) for x in l])
x = 1.5 + len(l)
ix = id(x)
x = x + 1
print(id(x) != ix)
t = (1, [2])
it = id(t)
del t
t = ([3], 4)
print(id(t) == it)
m = A().__class__
f = A()
f.m = 1
i1 = id(f)
f = None
g = A()
print(id(g) == i1, hasattr(g, "m"))
s = "".join(["a", "b", "c"])
print(id(s) == id(s), id(s) != id("".join(["a", "b", "c"])))
