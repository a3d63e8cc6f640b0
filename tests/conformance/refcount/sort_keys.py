# Sorting with a key holds keys only while it runs; the list is empty meanwhile.
import sys


class K:
    made = 0

    def __init__(self, v):
        K.made += 1
        self.v = v

    def __lt__(self, other):
        return self.v < other.v

    def __del__(self):
        K.made -= 1


l = [[3], [1], [2]]
ids = [id(x) for x in l]
l.sort(key=lambda x: K(x[0]))
print(l, K.made, [sys.getrefcount(x) for x in l], sorted(map(id, l)) == sorted(ids))
seen = []
l.sort(key=lambda x: seen.append(len(l)) or -x[0])
print(l, seen)
o = object()
m = [o] * 5
m.sort(key=id)
print(sys.getrefcount(o), len(m))
print(sorted(m, key=lambda x: 0)[0] is o, max(m, key=id) is o, min([o], default=None) is o, sys.getrefcount(o))
try:
    l.sort(key=lambda x: l.append(x) or x[0])
except ValueError as e:
    print(type(e).__name__, e)
print(len(l), l)
try:
    m.sort()
except TypeError as e:
    print(e)
print(sys.getrefcount(o), len(m))
try:
    [1, "a"].sort()
except TypeError as e:
    print(e)
