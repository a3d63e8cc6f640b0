# Sizes of ints by digits, of tuples, ranges, functions' parts.
import sys

size = sys.getsizeof
print([size(1 << n) for n in range(0, 200, 15)])
print([size(-(1 << n) + 1) for n in (1, 29, 30, 31, 60, 61)])
print(size(10 ** 100), size(3 ** 500), size(0), size(-0), size(False), size(int("0")), size((2 ** 30) - (2 ** 30)), size(2 ** 90 // 2 ** 60), size((2 ** 64) % 7), size(-(2 ** 64) >> 50), size(2 ** 64 & 1))
print([size(tuple(range(n))) for n in range(6)], size((1, 2) + (3,)), size((1,) * 10), size(tuple([1, 2])), size(((), ())), size((1, 2, 3)[1:]))
print(size(range(0)), size(range(10 ** 30)), size(1.0), size(float("inf")), size(1j), size(slice(0)), size(None), size(type(None)) > 0)


def f(a, b=(1, 2), *args, k=3, **kw):
    def inner():
        return a
    return inner


g = f(1)
print(size(f), size(g), size(g.__closure__), size(g.__closure__[0]), size(f.__defaults__), size(f.__kwdefaults__), size(lambda: 0), size(f.__name__))
print(size((x for x in [])) > 100, size(f.__code__) > 150, size(sys._getframe()) > 100)
print(size(iter([1, 2])), size(reversed([1])), size(iter({1})), size(filter(None, [])), size(iter(b"")), size(iter(int, 1)), size({}.values()), size(iter({}.items())))
