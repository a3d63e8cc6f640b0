# Generator expressions: first iterable eager, the rest lazy, scopes, closing over names.
import sys


def log(x):
    print("log", x, end="; ")
    return x


g = (log(i) for i in log([1, 2, 3]) if log(i > 1))
print("made")
print(next(g))
print(list(g))
try:
    (x for x in 3)
except TypeError as e:
    print(e)
print(sum(i * j for i in range(3) for j in range(i)), "".join(c.upper() for c in "abc"))
n = 10
g = (n + i for i in range(2))
n = 20
print(list(g))
funcs = list((lambda: i) for i in range(3))
print([f() for f in funcs])
g = (i for i in range(3))
print(next(g), g.__name__, g.__qualname__, g.gi_code.co_varnames, 2 in g, list(g))
print(any(x > 1 for x in [1, 2, 3]), all(x for x in ()), max((x * x % 7 for x in range(10)), default=0), min(x for x in "hello"))
print(list(x for x in (y for y in (z for z in range(3)))), dict((k, v) for k, v in [(1, 2)]), set(x % 2 for x in range(5)))


def f():
    return list((yield_ for yield_ in range(2))), tuple(a for a in locals())


print(f())
o = object()
g = (o for _ in range(2))
print(sys.getrefcount(o), next(g) is o, sys.getrefcount(o))
print(sorted((len(w), w) for w in "the quick brown".split()))


class K:
    v = [1, 2]
    ok = list(x for x in v)
    try:
        bad = list(v for _ in v for x in v)
    except NameError as e:
        print(e)


print(K.ok)
