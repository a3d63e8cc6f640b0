# Integer arithmetic: signs of // and %, divmod, powers, shifts, bits.
pairs = [(7, 3), (-7, 3), (7, -3), (-7, -3), (0, 5), (1, -5), (10 ** 20, 7), (-(10 ** 20), 10 ** 9 + 7), (2 ** 64, -(2 ** 31))]
for a, b in pairs:
    print(a // b, a % b, divmod(a, b), a / b, a & b, a | b, a ^ b)
print(2 ** 10, (-2) ** 3, 2 ** -1, 0 ** 0, pow(3, 100, 7), pow(3, -1, 7), pow(2, 5, -7), pow(-3, 3, 5), (-8) ** (1 / 3), 7 ** 40)
print(1 << 70, -1 >> 3, 5 >> 1, -5 >> 1, 1 >> 100, -1 >> 100, 0 << 1000, ~5, ~-1, -(-3), +4, (1 << 64) >> 60, -(1 << 65) >> 64)
print(True + True, True * 3, -True, ~0, True & False, True | 2, True ^ True, 5 & -2, -6 | 1, (1 << 80) & -1, -(1 << 80) ^ 1)
for f in (lambda: 1 // 0, lambda: 1 % 0, lambda: 1 / 0, lambda: divmod(1, 0), lambda: 0 ** -1, lambda: 1 << -1, lambda: 1 >> -1, lambda: pow(2, 3, 0), lambda: pow(2, -1, 4), lambda: pow(2, 1.5, 3),
          lambda: 10 ** 400 / 3, lambda: (10 ** 400) / (10 ** 399), lambda: 1 + "a", lambda: 1 - None, lambda: [] * 1.5, lambda: 1 @ 2, lambda: 1 << 1.0, lambda: ~1.5, lambda: 1 < "a", lambda: int + 1,
          lambda: float(10 ** 400), lambda: 10 ** 400 * 1.0, lambda: 10 ** 400 > 1e308, lambda: 1 == "1", lambda: pow("a", 2), lambda: divmod("a", 2), lambda: 3 // 0.0, lambda: 3 % 0.0, lambda: 1 << (1 << 70)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
x = 5
x += 1; x -= 2; x *= 6; x //= 5; x %= 3; x **= 5; x <<= 2; x >>= 1; x |= 8; x &= 10; x ^= 3; x /= 2
print(x)
