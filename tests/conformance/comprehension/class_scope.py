# Comprehensions in class bodies, with cells, in generators, with locals().
class A:
    n = 3
    a = [i for i in range(n)]
    try:
        b = [n for _ in range(2)]
    except NameError as e:
        b = str(e)
    c = [i * 2 for i in [j for j in range(3)]]
    d = {k: v for k, v in zip("ab", a)}
    funcs = [lambda: i for i in range(2)]
    names = sorted(k for k in locals() if not k.startswith("_"))


print(A.a, A.b, A.c, A.d, [f() for f in A.funcs], A.names)


def cells():
    x = 1
    fs = [lambda: (x, y) for y in range(2)]
    x = 2
    return [f() for f in fs], fs[0].__closure__[0].cell_contents


print(cells())


def inner_name():
    y = "outer"
    r = [y for y in range(2)]
    g = [lambda: y for y in range(2)]
    return r, y, g[0]()


print(inner_name())


def deleted():
    y = 1
    del y
    r = [y for y in range(2)]
    try:
        return y
    except UnboundLocalError as e:
        return r, str(e)


print(deleted())


def params(y):
    [y for y in range(5)]
    return y


print(params("kept"))


def gen():
    yield [x for x in (yield)]


g = gen()
next(g)
print(g.send("ab"))
print([sorted(locals()) for q in range(1)][0][-2:] if __name__ != "__main__" else [q for q in range(1)])


def loc():
    z = 1
    return [sorted(locals()) for w in range(1)], sorted(locals())


print(loc())


def rec(n):
    return [rec(n - 1) for _ in range(2)] if n else n


print(rec(2))
try:
    [1 for x in [1] for y in x]
except TypeError as e:
    print(e, e.__traceback__.tb_frame.f_code.co_name)
