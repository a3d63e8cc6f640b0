[x for x in y]
{x for x in y if x if not z}
{x: y for x, y in z}
(x for x in y)
[a for b in c for a in b if a]
[y for x in z for y in [x + 1]]
[[i for i in j] for j in k]
[lambda: i for i in j]
[(lambda: i)() for i in j if (lambda i=i: i)]
x = [x for x in range(x)]
def f(a, b):
    x = [a for a in b]
    y = [lambda: a for a in b]
    z = [lambda: (a, c) for c in b]
    w = [[c for c in a] for a in b]
    t = {k: [v for v in k] for k in b}
    v = [(u := i) for i in a]
    def g():
        return a, x, u
    g2 = (i for i in a if i in b)
    return [b for _ in a], [x for x in x], i
class C:
    attr = 1
    x = [attr for attr in y]
    z = [attr + q for q in y]
    w = [[attr for a in b] for b in c]
    v = [lambda: q for q in y]
    u = (attr for a in attr)
    def m(self):
        return [__class__ for x in y]
    @deco([i for i in j])
    def n(self, d=[k for k in l]):
        global gl
        return [gl for gl in d]
def outer():
    n = 1
    def inner():
        nonlocal n
        [n := i for i in range(3)]
        return [n for n in range(3)]
    return inner
try:
    [x for x in 1 / 0]
except Z:
    pass
[__private for __private in y]
class P:
    def m(self):
        return [__private for __private in y if self.__z]
async def af():
    [x async for x in y]
    {x async for x in y if await x}
    {x: y async for x in z for y in w}
    (x async for x in y)
    [await x for x in y]
    [[x async for x in y] for z in w]
    return [x for x in await y]
