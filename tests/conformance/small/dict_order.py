# Dicts keep insertion order through updates, deletions, merges and popitem.
d = {}
for k in "banana":
    d[k] = d.get(k, 0) + 1
print(d)
del d["a"]
d["a"] = "back"
print(d, list(d), d.popitem(), list(d.items()))
d.update(z=1, b=2)
print(d, list(reversed(d)), next(iter(d)), {**d, "n": 0, "first": 1}, d | {"q": 1, "b": 9}, {"q": 1} | d)
e = dict(sorted(d.items()))
print(e, e == d, list(e) == list(d), {1: 1, 2: 2} == {2: 2, 1: 1})
f = {i: None for i in range(20)}
for i in range(0, 20, 3):
    del f[i]
for i in range(0, 20, 6):
    f[i] = i
print(list(f), len(f))
while len(f) > 3:
    f.popitem()
f["new"] = 1
f[1] = "kept place"
print(f)
g = {True: "t", 1: "i", 1.0: "f"}
print(g, {0: "a", False: "b"}, {"a": 1, **{"b": 2}, "a": 3}, dict(a=1, **{"b": 2}), dict([("x", 1), ("x", 2)]), dict(zip("aab", range(3))))
h = dict.fromkeys("hello")
print(h, list(h.keys() & {"l", "h"}) != [], sorted(h.keys() | {"z"}), [*h], "".join(h), max(h), sorted(h, reverse=True))
k = {}
k["x"] = k.setdefault("y", len(k))
print(k, k.pop("y"), k.setdefault("x", 5), k)
def kw(**kwargs):
    return list(kwargs)
print(kw(z=1, a=2, **{"m": 3}), type("T", (), {"z": 1, "a": 2}).__dict__.keys() >= {"z", "a"}, list(vars(type("T", (), {"z": 1, "a": 2})))[:2])
