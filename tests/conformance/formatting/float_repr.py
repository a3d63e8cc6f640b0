# repr of floats is the shortest text that reads back.
values = [0.1, 0.2, 0.1 + 0.2, 1 / 3, 1e15, 1e16, 1e17, 123456789012345680.0, 1e21, 1e22, 1e23, 1e-4, 1e-5, 0.00012345, 5e-324, 2.2250738585072014e-308,
          1.7976931348623157e308, 100.0, 1e2, 3.0, -0.0, 9007199254740993.0, 4.35, 0.3, 2.675, 1.005, 1e100, 12345.678e-10, 9.999999999999999e22, 1.0000000000000002]
for v in values:
    r = repr(v)
    print(r, float(r) == v, str(v) == r, v.hex(), end="; ")
print()
print(round(2.5), round(3.5), round(-2.5), round(2.675, 2), round(1.005, 2), round(1234.5, -2), round(0.5), round(1e20), round(5.015, 2), round(-0.4), round(1.5, 0), round(15, -1), round(25, -1), round(-15, -1))
for text in ("1", " 1.5\n", "1e5", "-.5", "5.", "1_000.5", "inf", "-Infinity", "nan", "+1", "1e400", "1e-400", "0x1", "", ".", "1__0", "e5", "1e", "١٢", "1 2", "_1", "infinit", "1.5j", "½"):
    try:
        print(repr(text), float(text), end="; ")
    except ValueError as e:
        print(e, end="; ")
print()
for v in (1.5, 0.1, -2.0, 1e300, 0.0):
    print(v.as_integer_ratio(), v.is_integer(), float.fromhex(v.hex()) == v)
for bad in (float("inf"), float("nan")):
    for f in (int, round, float.as_integer_ratio):
        try:
            f(bad)
        except (OverflowError, ValueError) as e:
            print(type(e).__name__, e)
print(int(1e20), int(-1.9), int(0.99999), int(1e300) % 1000, 1e16 + 1, 2 ** 53 + 1.0, float(10 ** 20), float(2 ** 53 + 1))
