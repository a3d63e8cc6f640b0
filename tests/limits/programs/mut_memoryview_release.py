b = bytearray(10)
m = memoryview(b)
class K:
    def __index__(self):
        m.release()
        return 1
for f in (lambda: m[K()], lambda: m.__setitem__(K(), 1), lambda: m.__setitem__(0, K()), lambda: m[K():]):
    m = memoryview(b)
    try:
        f()
        print("ok")
    except ValueError as e:
        print(e)
try:
    b.clear()
    m = memoryview(b)
    b.append(1)
except BufferError as e:
    print(e)
