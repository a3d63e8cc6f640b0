# The plainest of programs on dicts.
d = {"a": 1, "b": 2}
d["c"] = 3
d["a"] += 10
print(d, len(d), d["a"], d.get("z"), d.get("z", 0), "b" in d)
del d["b"]
print(list(d), list(d.values()), list(d.items()), d.pop("c"), d)
d.update(x=1, y=2)
for k in d:
    print(k, d[k], end="; ")
print({k: v * 2 for k, v in d.items()}, dict([(1, 2)]), dict(a=1), {**d, "q": 0})
print(d.setdefault("n", []), d, d == {"a": 11, "x": 1, "y": 2, "n": []}, {1: "i", 1.0: "f"})
try:
    d["missing"]
except KeyError as e:
    print("KeyError", e)
e = {(1, 2): "tuple", None: 0, 2.5: 1}
print(e[(1, 2)], e[None], e[2.5], d.popitem(), d.copy() is d)
n = {"x": {"y": {"z": 1}}}
print(n["x"]["y"]["z"], {}, bool({}))
d.clear()
print(d)
