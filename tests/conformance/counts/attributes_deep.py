# Attribute chains, instance dictionaries, class attributes, slots and properties: who holds.
import sys

rc = sys.getrefcount


class A:
    kind = []

    def __init__(self, v):
        self.v = v


class S:
    __slots__ = ("v", "w")


o = object()
base = rc(o)
more = lambda: rc(o) - base
a = A(o)
print(more(), rc(a.v) - base, rc(a))
b = A(a)
print(more(), rc(a), b.v.v is o)
del a
print(more(), b.v.v is o, rc(b.v))
d = b.v.__dict__
print(more(), rc(d), d["v"] is o)
b.v.v = None
print(more(), list(d))
d["v"] = o
print(more(), b.v.v is o)
del b
print(more(), list(d))
del d
print(more())
s = S()
s.v = s.w = o
print(more())
s.v = s
print(more(), rc(s))
s.v = None
print(rc(s))
del s.w
print(more())
A.kind.append(o)
print(more(), rc(A.kind))
x = A(1)
x.kind += [o]
print(more(), x.kind is A.kind, rc(A.kind))
del x.kind
A.kind.clear()
print(more())
setattr(A, "late", o)
print(more(), getattr(x, "late") is o)
delattr(A, "late")
print(more())
x.__dict__.update(p=o, q=o)
print(more())
x.__dict__.clear()
print(more(), vars(x))
x.__dict__ = {"r": o}
print(more(), x.r is o)
x.__dict__ = {}
print(more())
del x.__dict__
print(vars(x))


class P:
    @property
    def p(self):
        return o

    @p.setter
    def p(self, v):
        self.stored = v


y = P()
y.p = o
print(more(), y.p is o, more(), rc(y.p) - base)
del y
print(more())
