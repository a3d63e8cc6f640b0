# Operators and comparisons give their operands back.
import sys


class N:
    def __add__(self, other):
        return self

    def __radd__(self, other):
        return self

    def __iadd__(self, other):
        return self

    def __eq__(self, other):
        return sys.getrefcount(other)

    def __contains__(self, item):
        return sys.getrefcount(item) > 100

    def __getitem__(self, key):
        return sys.getrefcount(key)

    def __call__(self, x):
        return sys.getrefcount(x)

    def __bool__(self):
        return False

    def __neg__(self):
        return self


n, o = N(), object()
print(n + o is n, o + n is n, sys.getrefcount(n), sys.getrefcount(o))
m = n
m += o
print(m is n, sys.getrefcount(n))
print(n == o, o in n, n[o], n(o), sys.getrefcount(o))
print(not n, (n or o) is o, (n and o) is n, -n is n)
print(sys.getrefcount(n), sys.getrefcount(o))
x = n + o + n + o
print(x is n, sys.getrefcount(n))
for f in (lambda: o + o, lambda: o < o, lambda: o[0], lambda: o(), lambda: -o, lambda: o @ n, lambda: 1 in o):
    try:
        f()
    except TypeError as e:
        print(e)
print(sys.getrefcount(o))
