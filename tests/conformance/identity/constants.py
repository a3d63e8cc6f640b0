# Constants of one code object are shared, those of different ones are not always.
def f():
    return 1.5, "a b", (1, 2), 10 ** 10, b"by", -1000, 2 ** 70, ("x", ("y", 1.5)), frozenset, 1.5


def g():
    return 1.5, "a b", (1, 2), 10 ** 10, b"by", -1000, 2 ** 70, ("x", ("y", 1.5)), frozenset, 1.5


print([a is b for a, b in zip(f(), f())])
print([a is b for a, b in zip(f(), g())])
print(f()[0] is f()[9], f()[7][1][1] is f()[0])
print(f.__code__.co_consts == g.__code__.co_consts, [a is b for a, b in zip(f.__code__.co_consts, g.__code__.co_consts)])
a, b = 1000, 1000
print(a is b)
c = 1000
print(a is c)
exec("d = 1000")
print(a is d)
x = "hello world!"
y = "hello world!"
print(x is y)
z = "hello" + " world!"
print(x is z)
t1, t2 = (1, 2), (1, 2)
print(t1 is t2, (1, 2) == t1)
n1, n2 = -0.0, 0.0
print(n1 is n2, n1 == n2, str(n1), str(n2))


def h():
    return 0.0, -0.0, 1, 1.0, True, "1", b"1", (1,), (1.0,), (True,)


print(h(), [type(v).__name__ for v in h.__code__.co_consts if v is not None][:9])


def folded():
    return 2 * 3, "a" * 3, (1,) * 3, -5, ~5, not 1, 1 + 2j, "ab"[1], (1, 2)[0], 10 // 3, 2 ** 10, 1 << 5, "%s" % "x", 1 if 1 else 2


print(folded(), folded.__code__.co_consts)


def big():
    return "x" * 4096, "x" * 4097, (0,) * 256, (0,) * 257, 2 ** 127, 2 ** 200, 1 << 126


print([type(c).__name__ if not isinstance(c, int) else c for c in big.__code__.co_consts if c is not None][:8], [len(v) if hasattr(v, "__len__") else v > 0 for v in big()])


def in_sets(v):
    return v in {1, 2, 3}, v in [4, 5], v in (6, 7), v not in {"a"}


print(in_sets(1), [type(c).__name__ for c in in_sets.__code__.co_consts])


def loops():
    for i in [1, 2, 3]:
        for j in {1}:
            pass


print([c for c in loops.__code__.co_consts])
print((lambda: (1, [2]))()[1] is (lambda: (1, [2]))()[1], [(lambda: "const")() for _ in range(2)][0] is (lambda: "const")())
