# The count of an argument as seen by builtins, by methods, through key functions and callbacks.
import sys

o = []
rc = sys.getrefcount
print(rc(o), [rc(o)][0], (lambda: rc(o))(), list(map(rc, [o])), list(map(rc, (o,))), max([o], key=rc) is o, sorted([o], key=rc)[0] is o)
print(list(filter(lambda x: rc(x) > 100, [o])), [rc(x) for x in [o]], [rc(x) for x in (o,)], {rc(x) for x in iter([o])}, list(rc(x) for x in [o]))
seen = []
record = lambda x: seen.append(rc(x))
record(o)
for x in map(record, [o]):
    pass
any(map(record, [o]))
list(filter(record, [o]))
sorted([o], key=record)
max([o, o], key=lambda x: record(x) or 0)
print(seen)


class A:
    def m(self):
        return rc(self)

    def n(self, other):
        return rc(self), rc(other)

    __len__ = __hash__ = lambda self: rc(self)
    __call__ = lambda self: rc(self)
    __getitem__ = lambda self, k: rc(k)
    __contains__ = lambda self, k: rc(k) > 3
    __enter__ = m
    __exit__ = lambda self, *a: None
    prop = property(m)

    def __add__(self, o):
        return rc(self), rc(o)

    def __radd__(self, o):
        return rc(self), rc(o)

    def __eq__(self, o):
        return rc(self), rc(o)

    def __getattr__(self, n):
        return rc(self)


a = A()
print(a.m(), a.n(o), len(a), hash(a), a(), a[o], a.prop, a + o, 1 + a, a == o, a.missing, getattr(a, "m")(), A.m(a), (a.m)(), [a.m][0]())
with a as n:
    print(n)
m = a.m
print(m(), rc(a), rc(o), o in a)
