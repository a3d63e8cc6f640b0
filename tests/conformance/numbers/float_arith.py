# Floating point arithmetic: division, modulo, powers, infinities and nan.
inf, nan = float("inf"), float("nan")
for a, b in ((7.5, 2.0), (-7.5, 2.0), (7.5, -2.0), (-7.5, -2.0), (1e300, 1e-300), (0.0, -1.0), (-0.0, 1.0), (inf, 2.0), (5.0, inf), (-5.0, inf), (1.0, 3.0)):
    print(a // b, a % b, divmod(a, b), a / b if b else None, a * b, a - b, a + b)
print(2.0 ** 0.5, 4.0 ** -1, (-8.0) ** 3, (-8.0) ** 0.5, 0.0 ** 0, inf ** 0, nan ** 0, 1.0 ** inf, (-1.0) ** inf, 2 ** -inf, 0.0 ** inf, 10.0 ** 308, (-inf) ** 3, (-2.0) ** -2)
print(nan == nan, nan != nan, nan < 1, inf > 10 ** 400, -inf < inf, inf == inf, 0.0 == -0.0, [nan] == [nan], nan in [nan], 1.0 == 1, 0.1 + 0.2 == 0.3, 2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 == 2.0 ** 53 + 1)
print(inf - inf, inf * 0, inf + 1, -inf // 1, inf % 3, 3 % inf, -3 % inf, 5.0 // 0.3, 5.0 % 0.3, -0.0 + 0, 0.0 * -1, abs(-0.0), -(0.0), +(-2.5))
for f in (lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: divmod(1.0, 0), lambda: 0.0 ** -1, lambda: 10.0 ** 400, lambda: 1.5 & 1, lambda: 1.5 << 1, lambda: 1.5 + "a", lambda: 1.5 < "a", lambda: 1.5 < 1j,
          lambda: pow(1.5, 2, 3), lambda: float([]), lambda: float("x"), lambda: float(), lambda: float(1, 2), lambda: int(nan), lambda: 1e308 * 10, lambda: (1e308).__add__("x"), lambda: inf // 0, lambda: inf[0], lambda: 1e200 ** 2):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class F:
    def __float__(self):
        return 2.5


class G:
    def __float__(self):
        return 3


class H:
    def __index__(self):
        return 4


class S(float):
    pass


for k in (F, G, H):
    try:
        print(float(k()))
    except TypeError as e:
        print(e)
print(S(1.5), type(S(1.5) + 1).__name__, repr(S(2)), S("3"), S(1) == 1.0, float(S(1.5)), type(float(S(1.5))).__name__, max(1, 1.0), max(1.0, 1), sum([0.1] * 10), sum([1, 2.5]))
