# Integers beyond 64 bits: exact arithmetic, conversions, roots and digits.
a, b = 12345678901234567890123456789, 987654321098765432109876543210
print(a * b, b // a, b % a, a - b, -a // b, -b % a, divmod(-b, a), a ** 3)
print(a & b, a | b, a ^ b, ~a, a >> 13, a << 13, -a >> 70, (a << 200) >> 199)
f = 1
for i in range(1, 40):
    f *= i
print(f, f.bit_length(), len(str(f)), str(f).count("0"))
x, y = 0, 1
for _ in range(300):
    x, y = y, x + y
print(x, hex(x), x % 10 ** 9)
print(int(str(x)) == x, float(x), x / y, int(float(2 ** 70)) == 2 ** 70, 2 ** 70 + 1 == float(2 ** 70), 2 ** 70 + 1 > float(2 ** 70), round(12345678901234567890, -10), round(2 ** 70, -5))


def isqrt(n):
    r = 1 << ((n.bit_length() + 1) >> 1)
    while True:
        s = (r + n // r) >> 1
        if s >= r:
            return r
        r = s


print(isqrt(2 * 10 ** 60), isqrt(x) ** 2 <= x)
print(pow(3, 10 ** 20, 10 ** 18 + 9), pow(a, b, 10 ** 9), pow(-a, 3, b), pow(7, -1, 10 ** 30 + 57))
print(2 ** 53, 2 ** 53 + 1, -(2 ** 53) - 1, 2 ** 53 * 3, 2 ** 62 + 2 ** 62, 2 ** 63 - 1, 9007199254740993 - 1, 4503599627370497 * 2, 94906267 * 94906267, -9007199254740991 - 2)
print((2 ** 53 + 1) // 2, (2 ** 53 + 1) % 10, 3 ** 34, 3 ** 33 * 3 == 3 ** 34, 10 ** 16 // 3, 10 ** 17 % 7, -(10 ** 17) // 7, 1e16 == 10 ** 16, 10 ** 23 == 1e23, 123456789 * 987654321, 2 ** 31 * 2 ** 31)
import sys
print([sys.getsizeof(2 ** n) for n in (0, 29, 30, 59, 60, 89, 90, 1000)], sys.getsizeof(0), sys.getsizeof(-(2 ** 30)), sys.getsizeof(True), sys.int_info.bits_per_digit)
