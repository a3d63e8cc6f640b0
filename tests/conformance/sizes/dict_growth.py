# How dicts and sets grow, and what deletion and copying do.
import sys

size = sys.getsizeof
d = {}
out = [(0, size(d))]
for i in range(400):
    d[i] = i
    if size(d) != out[-1][1]:
        out.append((len(d), size(d)))
print(out)
d = {}
out = [(0, size(d))]
for i in range(120):
    d["k%d" % i] = i
    if size(d) != out[-1][1]:
        out.append((len(d), size(d)))
print(out)
for i in range(100):
    del d["k%d" % i]
print(len(d), size(d), size(d.copy()), size(dict(d)), size({**d}))
d["new"] = 1
print(size(d))
d.clear()
print(size(d), size({}), size(dict()), size({1: 1}), size({"a": 1}), size(dict(a=1)), size({i: i for i in range(5)}), size({i: i for i in range(6)}), size(dict.fromkeys(range(10))), size(dict.fromkeys("abc")), size(dict([(1, 2)])), size({"a": 1, "b": 2, "c": 3, "d": 4, "e": 5, "f": 6}), size({1: 1, "a": 2}))
e = {"a": 1}
e[1] = 2
print(size(e))
e = {1: 1}
e.update({i: i for i in range(50)})
print(size(e), size(e | {1: 1}), size({} | e))
s = set()
out = [(0, size(s))]
for i in range(400):
    s.add(i)
    if size(s) != out[-1][1]:
        out.append((len(s), size(s)))
print(out)
while len(s) > 3:
    s.pop()
print(size(s), size(set(s)), size(s.copy()), size(frozenset(s)), size(frozenset(range(5))), size(set(range(5))), size(set(range(4))), size(set([1] * 50)), size({1, 2, 3, 4, 5, 6}), size(set("abcdefgh")), size(s | set(range(30))), size(s & {1}))
s.clear()
print(size(s))
while d:
    d.popitem()
print(size(d), size({}.keys()), size(d.items()))
