# Instances of one class share keys; adding, deleting and reordering attributes shows in sizes and order.
import sys

size = sys.getsizeof


class P:
    def __init__(self, x, y):
        self.x = x
        self.y = y


a, b = P(1, 2), P(3, 4)
print(size(a.__dict__), size(b.__dict__), list(a.__dict__))
b.z = 5
c = P(5, 6)
print(size(b.__dict__), size(c.__dict__))
d = P.__new__(P)
d.y = 1
d.x = 2
print(list(d.__dict__), size(d.__dict__), d.__dict__ == {"x": 2, "y": 1})
del a.x
a.x = 9
print(list(vars(a)), size(vars(a)))
for i in range(5):
    setattr(c, "extra%d" % i, i)
print(size(vars(c)), list(vars(c))[:3])
e = P(0, 0)
e.__dict__.update(x=7, w=8)
print(vars(e), size(vars(e)))
e.__dict__.pop("x")
print(vars(e), e.y, hasattr(e, "x"))
f = P(1, 1)
g = vars(f)
f = None
print(g, size(g), sys.getrefcount(g))
h = P(2, 2)
h.__dict__ = {"x": "new"}
print(h.x, hasattr(h, "y"), size(vars(h)))
k = P(3, 3)
copy = dict(vars(k))
print(copy, size(copy), copy is vars(k))
