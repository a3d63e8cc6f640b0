# A proxy behaves as its object until that is gone.
from _weakref import ref, proxy, getweakrefcount
import sys


class A:
    def __init__(self):
        self.x = 1

    def m(self):
        return self.x + 1

    def __add__(self, other):
        return "add", other

    def __len__(self):
        return 7

    def __getitem__(self, key):
        return key

    def __eq__(self, other):
        return "eq"

    def __str__(self):
        return "A!"

    def __call__(self):
        return "called"

    def __iter__(self):
        return iter("xyz")

    def __contains__(self, x):
        return True


a = A()
p = proxy(a)
print(p.x, p.m(), p + 3, len(p), p["k"], p == 4, str(p), list(p), 5 in p)
p.y = 5
print(a.y, hasattr(p, "z"), type(p).__name__, isinstance(p, A), p.__class__ is A)
print(p(), proxy(a) is p, getweakrefcount(a), sys.getrefcount(a))
del p.y
print(hasattr(a, "y"), bool(p))
try:
    hash(p)
except TypeError as e:
    print(e)
del a
for f in (lambda: p.x, lambda: p + 1, lambda: len(p), lambda: p(), lambda: str(p), lambda: bool(p), lambda: setattr(p, "x", 1)):
    try:
        f()
    except ReferenceError as e:
        print(e)
print(type(p).__name__)
try:
    proxy(3)
except TypeError as e:
    print(e)
