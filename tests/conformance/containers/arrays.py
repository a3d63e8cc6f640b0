# array.array: type codes, methods, errors, sizes.
from array import array, typecodes
import sys

print(typecodes)
for code in "bBhHiIlLqQfd":
    a = array(code, [1, 2, 100])
    print(code, a, a.itemsize, len(a), sys.getsizeof(a), sum(a))
a = array("i", range(5))
a.append(9)
a.extend([7, 8])
a.extend(array("i", [1]))
a.insert(0, -1)
print(a, a.pop(), a.pop(0), a.index(9), a.count(1), a[1:3], a[::-1], a + a[:1], a * 2 == a + a, 9 in a, a.tolist(), a.typecode)
a[0] = 50
a[1:3] = array("i", [0])
del a[-1]
a.remove(9)
a.reverse()
print(a, a.tobytes()[:8], a.buffer_info()[1], a == array("i", a), a < array("i", [100]), a.__copy__() is a, array("d", [0.1, 2]), array("u", "hé"), array("u", "hé").tounicode())
a.frombytes(b"\x05\x00\x00\x00")
a.fromlist([6])
a.byteswap()
print(a, a.itemsize)
for f in (lambda: array("i", ["a"]), lambda: array("i", [1.5]), lambda: array("b", [200]), lambda: array("B", [-1]), lambda: array("z"), lambda: array(), lambda: array(3), lambda: array("i", 3), lambda: a.append("x"), lambda: a.append(2 ** 40), lambda: a[99], lambda: a["x"], lambda: a.pop(99), lambda: array("i").pop(),
          lambda: a.remove(12345), lambda: a.index(12345), lambda: a + [1], lambda: a + array("b", [1]), lambda: a.extend(array("b", [1])), lambda: a.frombytes(b"abc"), lambda: a.fromlist(3), lambda: a.__setitem__(slice(0, 1), [1]), lambda: array("ii"), lambda: array("u", "é").append(3), lambda: hash(a), lambda: a * "x", lambda: array("f", ["x"]), lambda: array("Q", [-1]), lambda: array("i", "ab")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
b = array("i")
sizes = []
for i in range(50):
    b.append(i)
    sizes.append(sys.getsizeof(b))
print(sorted(set(sizes)))
v = memoryview(b)
try:
    b.append(1)
except BufferError as e:
    print(e)
