# The plainest of programs on arithmetic.
a, b = 17, 5
print(a + b, a - b, a * b, a / b, a // b, a % b, a ** b, -a, +a, ~a)
print(a & b, a | b, a ^ b, a << b, a >> 1, divmod(a, b), abs(-a))
print(2.5 + 1, 2.5 * 2, 7.0 // 2, 7.5 % 2, 2 ** -1, 1 / 3)
print(1 + 2 * 3 - 4 / 2, (1 + 2) * 3, 2 ** 3 ** 2, -2 ** 2, not 1 == 2)
x = 10
x += 5
x -= 3
x *= 2
x //= 5
x **= 2
x %= 7
print(x)
print(10 ** 20 + 1, 10 ** 20 // 3, 2 ** 100)
print(1 == 1.0, 1 < 2 <= 2, 3 != 4)
