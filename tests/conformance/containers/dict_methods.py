# Dict methods, order, views, and what they refuse.
d = {"a": 1, "b": 2}
d["c"] = 3
d["a"] = 10
print(d, len(d), d["a"], d.get("z"), d.get("z", 0), "b" in d, list(d), list(d.values()), list(d.items()))
del d["b"]
d["b"] = 5
print(d, d.pop("a"), d.pop("zz", "none"), d, d.setdefault("c", 9), d.setdefault("n"), d, d.popitem())
d.update({"x": 1}, y=2)
d.update([("p", 1), ["q", 2], "rs"])
print(d, dict(d, x=9), dict([(1, 2)]), dict(zip("ab", range(2))), dict(), {**d, "z": 0}["z"], dict.fromkeys("ab"), dict.fromkeys([1], []))
print({1: "a"} | {2: "b"}, {1: "a", 2: "b"} | {1: "c"}, {1: 2} == {1: 2.0}, {1: 2} != {}, {1: "i", 1.0: "f", True: "b"}, list(reversed({1: 2, 3: 4})), d.copy() == d)
d |= [("k", "v")]
print(d["k"], d.clear(), d)
for f in (lambda: {}["x"], lambda: {}[1], lambda: {}[(1, 2)], lambda: {}.pop("x"), lambda: {}.popitem(), lambda: {}.__delitem__("x"), lambda: {[]: 1}, lambda: {}.get(), lambda: {}.get([]), lambda: {}.update(3), lambda: {}.update([1]), lambda: {}.update(["a"]),
          lambda: {}.update([(1, 2, 3)]), lambda: {}.update(1, 2), lambda: dict(1, 2), lambda: dict([1]), lambda: dict(3), lambda: {} < {}, lambda: {} + {}, lambda: {} | [], lambda: dict.fromkeys(3), lambda: dict.fromkeys(), lambda: {}.setdefault(), lambda: {}.setdefault([], 1),
          lambda: hash({}), lambda: dict(**{1: 2}), lambda: {}.pop(), lambda: {}.copy(1), lambda: {**3}, lambda: {**[1]}, lambda: [] in {}, lambda: {}.__init__(1, 2), lambda: iter({}.items()).x, lambda: {}.keys().x, lambda: dict.fromkeys("a", 1, 2)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class M(dict):
    def __missing__(self, key):
        return "missing " + key


m = M(a=1)
print(m["a"], m["q"], m.get("q"), "q" in m, M(m) == m, type(m.copy()).__name__, type(m | {}).__name__, m)
print({}.keys() == set(), {1: 2}.items() == {(1, 2)}, {1: 2}.keys() & {1, 3}, {1: 2}.keys() | [5], {1: 0, 2: 0}.keys() - {1}, {1: 2}.keys() ^ {2}, {1: 2}.values() == {1: 2}.values(), (1, 2) in {1: 2}.items(), {1: 2}.keys().isdisjoint([2]))
print({1: 2}.keys(), {1: 2}.values(), {1: 2}.items(), {1: 2}.keys().mapping, len({1: 2}.items()))
