# What the collector tracks: containers that could be in a cycle.
# modes: plain
import gc


class A:
    pass


class S:
    __slots__ = ()


class T:
    __slots__ = ("x",)


for value in (1, 1.5, "s", b"b", None, True, (), [], {}, {"a": 1}, {"a": []}, set(), frozenset(), object(), range(3),
              A(), S(), T(), A, len, print, lambda: 0, slice(1, 2), iter([]), iter(""), bytearray(b"x"), Exception()):
    kind = type(value).__name__ if not isinstance(value, type) else "class"
    print(kind, gc.is_tracked(value), end="; ")
print()
t = (1, 2, "x")
u = tuple([1, [2]])
v = tuple([1, (2, (3,))])
print(gc.is_tracked(t), gc.is_tracked(u), gc.is_tracked(v))
gc.collect()
print(gc.is_tracked(t), gc.is_tracked(u), gc.is_tracked(v))
d = {}
print(gc.is_tracked(d))
d["a"] = 1
print(gc.is_tracked(d))
d["b"] = []
print(gc.is_tracked(d))
del d["b"]
print(gc.is_tracked(d))
gc.collect()
print(gc.is_tracked(d))
e = {"a": (1, 2)}
print(gc.is_tracked(e))
gc.collect()
print(gc.is_tracked(e), gc.is_tracked({**e}), gc.is_tracked(dict(e)), gc.is_tracked(e.copy()))
