# Views, iterators and items of dicts hold the dict; items are made and dropped.
import sys

a = object()
d = {"a": a, "b": a}
print(sys.getrefcount(d), sys.getrefcount(a))
k, v, i = d.keys(), d.values(), d.items()
print(sys.getrefcount(d))
ki = iter(k)
print(sys.getrefcount(d), next(ki))
del ki, k, v, i
print(sys.getrefcount(d))
for key, value in d.items():
    print(key, sys.getrefcount(value), sys.getrefcount(d))
del value
print(sys.getrefcount(a))
pairs = list(d.items())
print(sys.getrefcount(a), sys.getrefcount(pairs[0]))
del pairs
e = dict(d)
f = d.copy()
g = {**d, "c": a}
print(sys.getrefcount(a))
h = d | e
print(sys.getrefcount(a), len(h))
e.update(c=a, d=a)
print(sys.getrefcount(a))
print(d.get("a") is a, d.setdefault("z", a) is a, sys.getrefcount(a))
print(d.popitem()[1] is a, sys.getrefcount(a))
del e, f, g, h
print(sys.getrefcount(a))
x = dict.fromkeys("abcde", a)
print(sys.getrefcount(a), len(x))
