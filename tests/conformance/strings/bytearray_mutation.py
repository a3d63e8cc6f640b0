# bytearray: growing, shrinking, slices, exports that forbid resizing.
import sys

a = bytearray(b"abc")
a.append(100)
a.extend(b"ef")
a += b"g"
a[0] = 65
a[1:3] = b"xyz"
del a[-1]
a.insert(1, 45)
print(a, len(a), a.pop(), a.pop(0), a)
a.remove(45)
a.reverse()
print(a, a * 2, a[1:3], type(a[1:3]).__name__, a.copy() is a)
a[::2] = b"123"
print(a)
a *= 2
print(a, a.count(b"1"), a.index(49), a.find(b"z"))
v = memoryview(a)
for f in (lambda: a.append(1), lambda: a.clear(), lambda: a.pop(), lambda: a.extend(b"x"), lambda: a.__delitem__(0), lambda: a.__imul__(2)):
    try:
        f()
    except BufferError as e:
        print(e)
a[0] = 90
print(v[0], v.tolist()[:2])
v.release()
a.clear()
print(a, len(a))
for f in (lambda: a.append(256), lambda: a.append("x"), lambda: a.pop(), lambda: a.remove(1), lambda: a.extend([1, 999]), lambda: a.extend("ab"), lambda: a.__setitem__(0, 1),
          lambda: a.extend(3), lambda: a.insert(0, -1), lambda: hash(a), lambda: bytearray("s"), lambda: bytearray(-1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(a)
print(sys.getsizeof(bytearray()), sys.getsizeof(bytearray(b"abc")), sys.getsizeof(bytearray(100)), sys.getsizeof(b""), sys.getsizeof(b"abc"))
b = bytearray()
sizes = []
for i in range(60):
    b.append(i)
    sizes.append(sys.getsizeof(b))
print(sorted(set(sizes)), bytearray(b) == b, bytearray(b"ab") < b"b", bytearray(b"x").__alloc__())
