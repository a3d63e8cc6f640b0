# needs: library
# modes: plain, stepped
import ctypes, gc, sys
from ctypes import *

def t(f, *a, **k):
    try: print(f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)

items = [1, 2, 3]
address = id(items)
count = lambda a: c_long.from_address(a).value
print(count(address)); other = items; print(count(address)); del other; print(count(address))
print(c_long.from_address(id(None)).value, c_size_t.from_address(id(items)).value, c_uint32.from_address(id(items)).value)
print(cast(address, py_object).value is items, py_object(items).value is items)

class PyObject(Structure):
    _fields_ = [("ob_refcnt", c_ssize_t), ("ob_type", c_void_p)]

class PyVarObject(PyObject):
    _fields_ = [("ob_size", c_ssize_t)]

h = PyVarObject.from_address(id(items))
print(h.ob_refcnt, h.ob_type == id(list), h.ob_size, sizeof(PyObject), sizeof(PyVarObject))
items.append(4); print(h.ob_size); x = (1, 2); print(PyVarObject.from_address(id(x)).ob_size)
print(c_int(5), c_int(2**31), c_uint(-1), c_byte(200), c_ubyte(300), c_double(1.5), c_bool(3), c_char(b'a'), c_short(70000), c_long(-1))
i = c_int(3); i.value += 4; print(i.value, bool(c_int(0)), bytes(c_int(258)), sizeof(i), sizeof(c_double), sizeof(c_char * 5))
t(c_int, 'x'); t(c_char, b'ab'); t(c_int, 1.5)
class Point(Structure):
    _fields_ = [('x', c_int), ('y', c_double), ('tag', c_char)]
p = Point(1, 2.5, b'z'); print(p.x, p.y, p.tag, sizeof(Point), Point.y.offset, Point.x.size); p.x = 9; print(p.x, Point(y=3).y)
t(Point, 1, 2.0, b'a', 4)
class Line(Structure):
    _fields_ = [('a', Point), ('b', Point)]
l = Line(); l.b.x = 7; print(l.b.x, l.a.x, sizeof(Line))
class U(Union):
    _fields_ = [('i', c_uint32), ('b', c_ubyte * 4)]
u = U(); u.i = 0x01020304; print(list(u.b), sizeof(U))
a = (c_int * 3)(1, 2, 3); print(len(a), list(a), a[1], a[-1], a[0:2]); a[1] = 20; print(list(a)); t(lambda: a[5])
b = create_string_buffer(b'hello', 10); print(b.value, len(b), b.raw)
buf = bytearray(8); c = c_int.from_buffer(buf); c.value = 1; print(buf); print(c_int.from_buffer_copy(b'\x02\0\0\0').value); t(c_int.from_buffer, bytearray(2))
q = pointer(c_int(42)); print(q.contents.value, q[0]); t(lambda: POINTER(c_int)().contents)
t(CDLL, 'libnope.so')
