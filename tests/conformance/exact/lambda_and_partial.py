# Functions made in expressions: their names, lines, cells, defaults and lifetimes.
import sys
from _weakref import ref

f = lambda: 0
g = lambda x, *a, y=1, **k: (x, a, y, k)
print(f(), g(1), g(1, 2, y=3, z=4), f.__name__, f.__qualname__, g.__code__.co_varnames, f.__code__.co_firstlineno)
fs = [lambda x, i=i: x * i for i in range(4)]
print([h(10) for h in fs], fs[0] is fs[1], fs[0].__code__ is fs[1].__code__)
w = ref(fs[3])
fs.pop()
print(w())
print((lambda: (yield))().__class__.__name__, (lambda *, k: k)(k=5), (lambda: lambda: 7)()(), (lambda f: f(f, 5))(lambda f, n: 1 if n < 2 else n * f(f, n - 1)))


def partial(f, *args, **kw):
    return lambda *more, **kw2: f(*args, *more, **{**kw, **kw2})


p = partial(g, 1, y=9)
print(p(), p(2, y=8), p(q=0), p.__closure__ is not None, len(p.__closure__), p.__code__.co_freevars)
o = object()
base = sys.getrefcount(o)
h = lambda v=o: v
k = lambda: o
print(sys.getrefcount(o) - base, h() is o, k() is o)


def local():
    q = object()
    held = lambda: q
    direct = lambda q=q: q
    return sys.getrefcount(q), held() is direct()


print(local())
del h
print(sys.getrefcount(o) - base)
table = {"+": lambda a, b: a + b, "-": lambda a, b: a - b}
print([table[op](5, 3) for op in "+-"], sorted([3, 1, 2], key=lambda v: -v), max("abc", key=lambda c: "bca".index(c)), list(map(lambda a, b: a * b, [1, 2], [3, 4])), (lambda a, b=2, /, c=3: (a, b, c))(1, c=9))
for call in (lambda: (lambda x: x)(), lambda: (lambda: 0)(1), lambda: (lambda *, k: k)(), lambda: (lambda a, /: a)(a=1)):
    try:
        call()
    except TypeError as e:
        print(e)
x = 10
adders = [(lambda n: lambda m: n + m + x)(n) for n in range(3)]
x = 100
print([a(1) for a in adders], [a.__closure__[0].cell_contents for a in adders])
