class K:
    def __index__(self):
        b.clear()
        return 1
for f in (lambda: b[K()], lambda: b.__setitem__(K(), 1), lambda: b.__setitem__(0, K()), lambda: b.insert(K(), 1), lambda: b.append(K()), lambda: b.pop(K()), lambda: b.extend([K()]), lambda: b.find(K()), lambda: b[K():], lambda: b.ljust(K())):
    b = bytearray(b"abc")
    try:
        print(f(), b)
    except (IndexError, ValueError) as e:
        print(e, b)
