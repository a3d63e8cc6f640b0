# Methods and attributes of ints and bools.
for n in (0, 1, -1, 255, 256, -256, 2 ** 64, -(2 ** 63)):
    print(n, n.bit_length(), n.bit_count(), n.conjugate(), n.real, n.imag, n.numerator, n.denominator, n.as_integer_ratio(), n.is_integer())
print((1000).to_bytes(2, "big"), (1000).to_bytes(4, "little"), (-2).to_bytes(2, "big", signed=True), (5).to_bytes(), (0).to_bytes(0, "big"))
print(int.from_bytes(b"\x03\xe8", "big"), int.from_bytes(b"\xff\xfe", "little", signed=True), int.from_bytes([1, 2]), int.from_bytes(b""))
for f in (lambda: (256).to_bytes(1, "big"), lambda: (-1).to_bytes(2, "big"), lambda: (1).to_bytes(-1, "big"), lambda: (1).to_bytes(1, "middle"), lambda: int.from_bytes("s", "big"),
          lambda: int.from_bytes(3, "big"), lambda: (1).real.x, lambda: int.bit_length("a"), lambda: int.bit_length(), lambda: True.real(), lambda: 5 .__add__(), lambda: 5 .__add__("x")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(5 .__add__(3), 5 .__radd__(3), 5 .__neg__(), 5 .__bool__(), 5 .__divmod__(3), 5 .__lt__(6), 5 .__eq__("a"), 5 .__floor__(), 5 .__round__(-1), 5 .__hash__(), (5).__index__())
print(True.real, type(True.real).__name__, True.bit_length(), bool.__mro__, isinstance(True, int), type(True + 0).__name__, type(True & True).__name__, repr(True), str(False), int(True))
print(bool(0), bool(""), bool([]), bool(0.0), bool(0j), bool(None), bool("0"), bool([0]), bool(...), bool(range(0)), bool(b""), bool({}), bool(object()))
try:
    bool(1, 2)
except TypeError as e:
    print(e)


class T:
    def __bool__(self):
        return 1


class L:
    def __len__(self):
        return -1


class M:
    def __len__(self):
        return "x"


for k in (T, L, M):
    try:
        bool(k())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


class N(int):
    def __repr__(self):
        return "N!"


print(N(3), str(N(3)), f"{N(3)}", "%d" % N(3), N(3) + 1, [N(3)], N(3) == 3, hash(N(3)), N(3) is N(3), type(N(3) + N(4)).__name__)
