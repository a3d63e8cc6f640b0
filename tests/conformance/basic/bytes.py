# The plainest of programs on bytes.
b = b"abc\x00\xff"
print(b, len(b), b[0], b[1:3], list(b), b + b"d", b * 2, b"b" in b, 97 in b, b.hex(), bytes([65, 66]), bytes(2), b == bytearray(b))
a = bytearray(b"xy")
a.append(122)
a[0] = 65
a += b"!"
print(a, bytes(a), a.decode(), "é".encode(), b"\xc3\xa9".decode(), b"a,b".split(b","), b"-".join([b"1", b"2"]), b.find(b"c"), b"x" < b"y")
v = memoryview(a)
v[1] = 66
print(a, v[0], v[1:3].tobytes(), len(v), v.tolist())
try:
    b"\xff".decode()
except UnicodeDecodeError as e:
    print(e)
