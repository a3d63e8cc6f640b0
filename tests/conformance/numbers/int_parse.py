# int() of texts, bases, underscores and strange digits.
for args in (("12",), (" -7\n",), ("+0",), ("0x1f", 16), ("1f", 16), ("0b101", 0), ("0o17", 0), ("0xff", 0), ("10", 0), ("1_000",), ("z", 36), ("Zz", 36), ("11", 2), ("٣٤",), ("१२",), (b"12",), (bytearray(b"5"),), ("0", 0), ("00", 0), ("-0x1", 16),
             ("",), ("x",), ("1__0",), ("_1",), ("1_",), ("1.5",), ("0x1f",), ("12", 2), ("012", 0), ("1", 1), ("1", 37), ("1", -2), (1, 2), ([],), (None,), ("1", "2"), ("1e5",), ("0b2", 0), ("\u00b2",), ("1 2",), (b"x",), ("5\x00",), ()):
    try:
        print(args, int(*args), end="; ")
    except (ValueError, TypeError) as e:
        print(args, type(e).__name__, e, end="; ")
print()
for bad in ({"base": 2}, {"x": 1}):
    try:
        print(int(**bad))
    except TypeError as e:
        print(e)


class A:
    def __int__(self):
        return 5

    def __index__(self):
        return 6


class B:
    def __index__(self):
        return 7


class D:
    def __int__(self):
        return "s"


for k in (A, B, D):
    try:
        print(k.__name__, int(k()))
    except TypeError as e:
        print(e)
print(int(3.9), int(-3.9), int(True), int(), int("9" * 30), int("-" + "1" * 25), len(str(2 ** 1000)), 0b11, 0o17, 0xFf, 1_000_000, 0x_f)
print(bin(-5), oct(64), hex(-255), bin(0), hex(2 ** 70), bin(True))
for f in (bin, hex, oct, chr):
    try:
        f(1.5)
    except TypeError as e:
        print(e)
try:
    int("1" * 5000)
except ValueError as e:
    print(e)
try:
    str(10 ** 5000)
except ValueError as e:
    print(e)
