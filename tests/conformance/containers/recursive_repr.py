# repr, comparison and hashing of containers that hold themselves.
l = [1]
l.append(l)
print(l, str(l), [l], l[1] is l)
d = {"k": 1}
d["d"] = d
d["v"] = d.values()
print(d)
t = ([],)
t[0].append(t)
print(t)
m, n = [], []
m.append(n)
n.append(m)
print(m, n)
s = {"x": [{}]}
s["x"][0]["s"] = s
print(s)
for f in (lambda: m == n, lambda: d == dict(d, v=0), lambda: hash(t), lambda: l == [1, l], lambda: l < [1, [1, 2]]):
    try:
        print(f())
    except (RecursionError, TypeError) as e:
        print(type(e).__name__, e)
k = [1]
k.append(k)
try:
    l == k
except RecursionError as e:
    print(e)
print(l == l, l in l, k in [k], l.index(l), l.count(l))


class R:
    def __init__(self):
        self.items = [self]

    def __repr__(self):
        return "R(%r)" % self.items if len(self.items) < 2 else "R"


try:
    repr(R())
except RecursionError as e:
    print(e)
e = ValueError()
e.args = ([e],)
try:
    print(len(repr(e)) > 0)
except RecursionError as x:
    print(x)
deep = []
for _ in range(50):
    deep = [deep]
print(repr(deep) == "[" * 51 + "]" * 51)
deep = []
for _ in range(100000):
    deep = [deep]
try:
    repr(deep)
except RecursionError as x:
    print(x)
try:
    deep == [deep]
except RecursionError as x:
    print(x)
del deep, l, k, m, n, d, s, t
print("freed")
