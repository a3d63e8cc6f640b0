# Which operations give cached small ints and which make new ones.
import sys

rc = sys.getrefcount
cached = lambda v: rc(v) == 4294967295
print([cached(v) for v in (-6, -5, 0, 256, 257)])
one, big = int("1"), int("1000")
print([cached(v) for v in (one + 255, one + 256, one - 6, one - 7, big - 999, big // 4, big // 3, big % 7, big >> 2, big >> 1, big & 255, big & 1023, -big // 500, abs(-one), big - big, big * 0, int(256.0), int(257.0), int("256"), int("257"), round(256.4), len("a" * 256), len("a" * 257), ord("ÿ"), ord("Ā"), hash(255), sum([100, 156]), sum([100, 157]), max(1, 300), min(300, 5))])
print([cached(v) for v in list(range(254, 259))], [cached(v) for v in bytes([0, 255])], [cached(i) for i, _ in enumerate("ab", 256)], cached("aa".count("a")), cached([5].index(5)), cached(True + 1), cached(divmod(1000, 999)[0]), cached(pow(2, 8)), cached(pow(2, 9)), cached((10 ** 30) // (10 ** 30)), cached(10 ** 30 - 10 ** 30 + 256), cached(int.from_bytes(b"\x01\x00")), cached(int.from_bytes(b"\x01\x01")), cached(2 ** 70 >> 62), cached((2 ** 64).bit_length()), cached(int(float("1e2"))), cached(complex(5).real.__int__()))
x = 256
y = 256
print(x is y, x + 1 is y + 1, (x + 1) == (y + 1))


def f(n):
    return n - 1


print(f(257) is f(257), f(258) is f(258), f(0) is f(0), f(-5) is f(-5))
l = [i for i in range(300)]
print(sum(cached(v) for v in l), sum(a is b for a, b in zip(l, list(range(300)))))
d = {}
for i in range(250, 260):
    d[i] = i
print([k is v for k, v in d.items()], [rc(k) for k in list(d)[-2:]])
import array
a = array.array("i", [256, 257])
print(a[0] is a[0], a[1] is a[1], memoryview(a)[0] is memoryview(a)[0], cached(bytearray(b"\xff")[0]))
