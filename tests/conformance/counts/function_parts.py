# Functions share their code; each has its own defaults, dictionary and cells.
import sys

rc = sys.getrefcount


def make(v):
    def f(a=v):
        return v
    return f


f, g = make([1]), make([2])
code = f.__code__
print(code is g.__code__, f.__defaults__ is g.__defaults__, f.__globals__ is g.__globals__, rc(f), rc(f.__closure__), rc(f.__closure__[0]), rc(f.__defaults__), rc(f()))
base = rc(code)
h = make([3])
print(rc(code) - base)
del h, g
print(rc(code) - base)
fs = [make(i) for i in range(10)]
print(rc(code) - base)
fs.clear()
print(rc(code) - base)
glob = rc(globals())
x = lambda: 0
print(rc(globals()) - glob)
del x
print(rc(globals()) - glob)
f.attr = f
print(rc(f))
del f.attr
print(rc(f))
k = f
del f
print(k(), rc(k))


class A:
    def m(self):
        pass


m = A.m
print(rc(m), rc(A.__dict__["m"]), A.m is m)
b = A().m
print(rc(m), rc(b.__self__))
del b
print(rc(m))
A.n = m
print(rc(m))
del A.m, A.n
print(rc(m))
c = (lambda: 0).__code__
print(rc(c))
fn = type(m)(c, globals())
print(rc(c), fn())
del fn
print(rc(c))
p = property(m)
s = staticmethod(m)
q = classmethod(m)
print(rc(m), p.fget is m, s.__func__ is m, q.__wrapped__ is m)
del p, s, q
print(rc(m))
