# memoryview over bytes, bytearray and array: slices, casts, writes, release.
import array

b = bytearray(b"abcdefgh")
v = memoryview(b)
print(v.format, v.itemsize, v.nbytes, v.ndim, v.shape, v.strides, v.readonly, v.contiguous, len(v), v.obj is b, v.suboffsets, v.c_contiguous)
print(v[0], v[-1], bytes(v[2:4]), v[::2].tobytes(), v[::-1].tolist(), v[1:5][1:3].tobytes(), v.hex(), v == b, v == b"abcdefgh", v[2:2].tobytes(), list(v[:2]), 97 in v)
v[0] = 65
v[1:3] = b"XY"
print(b)
w = v[4:]
w[0] = 90
print(b, w.obj is b)
c = v.cast("H")
print(c.format, c.itemsize, len(c), c.tolist(), v.cast("b")[0], c.cast("B").tobytes() == bytes(b))
m = memoryview(b"\x01\x02\x03\x04\x05\x06").cast("B", (2, 3))
print(m.shape, m.strides, m.tolist(), m[1, 2], m.ndim, m.nbytes)
a = array.array("i", [1, 2, 3])
va = memoryview(a)
va[1] = -5
print(a, va.format, va.tolist(), va.itemsize, va == array.array("l", [1, -5, 3]))
for f in (lambda: v[99], lambda: v["a"], lambda: v.__setitem__(0, 256), lambda: v.__setitem__(0, "a"), lambda: v.__setitem__(slice(0, 2), b"abc"), lambda: memoryview(b"x").__setitem__(0, 1), lambda: memoryview("s"), lambda: memoryview(3), lambda: v.cast("q3"), lambda: v[:3].cast("H"),
          lambda: m[0], lambda: m[5, 5], lambda: v[1, 2], lambda: v.__delitem__(0), lambda: hash(v), lambda: hash(memoryview(b"a")) == hash(b"a"), lambda: va.__setitem__(0, 2 ** 40), lambda: va.__setitem__(0, 1.5), lambda: memoryview(), lambda: v + v, lambda: v < v, lambda: b.append(1), lambda: v[::2].cast("H"), lambda: v.cast("B", (3, 3))):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
with memoryview(b) as x:
    print(x[0])
for f in (lambda: x[0], lambda: len(x), lambda: x.tolist(), lambda: x.obj, lambda: x.release()):
    try:
        print(f())
    except ValueError as e:
        print(e)
print(str(x).split(" at ")[0], v.toreadonly().readonly)
try:
    v.toreadonly()[0] = 1
except TypeError as e:
    print(e)
