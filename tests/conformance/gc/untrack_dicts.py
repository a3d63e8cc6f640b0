# modes: plain
# When dicts and tuples come under the collector's watch, and when they leave it.
import gc

t = gc.is_tracked
d = {}
print(t(d), end=" ")
d["a"] = 1
d["b"] = "x"
d["c"] = 2.5
print(t(d), end=" ")
d["d"] = (1, 2)
print(t(d), end=" ")
d["d"] = [1]
print(t(d))
d = {"x": (1, 2)}
gc.collect()
print(t(d), t({"k": None}), t({"k": d}), t({"k": ()}), t({1: object()}), t({(): 1}), t({(1, []).__len__(): 1}))
d = dict(a=1)
print(t(d), t(d.copy()), t(dict(d)), t({**d}), t(d | d), t(dict.fromkeys("ab")), t(dict.fromkeys("ab", [])), t({i: i for i in range(3)}), t(dict(zip("ab", [1, 2]))), t(dict([("a", [])])))
class A:
    pass
a = A()
a.x = 1
print(t(a), t(a.__dict__), t(A.__dict__.copy()), t(vars(a)))
tuples = [(), (1,), ("a", 2.5), (None, True), ((1, 2), "x"), ([],), (A,), (a,), ({},), (len,), (object(),), (b"x", 1j), (frozenset(),), (range(3),), (((((1,),),),),)]
print([t(x) for x in tuples])
gc.collect()
print([t(x) for x in tuples])
made = [tuple([1, 2]), tuple(range(3)), tuple("ab"), tuple(x for x in [1]), (1, 2) + (3,), (1,) * 3, tuple([[], 1])[1:], tuple({1: 2}), tuple([1, (2, [3])])]
print([t(x) for x in made])
gc.collect(0)
print([t(x) for x in made])
class T(tuple):
    pass
class D(dict):
    pass
x, y = T((1, 2)), D(a=1)
gc.collect()
print(t(x), t(y), t(T()), t(D()), t(frozenset([1])), t(set()), t([]), t(bytearray()), t(memoryview(b"")), t(slice(1)), t(iter("")), t(range(1)), t(type), t(1 .__add__), t("a".join), t(Exception()))
