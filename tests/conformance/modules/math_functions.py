# math: values, special cases, errors.
import math

print(math.pi, math.e, math.tau, math.inf, math.nan, math.sqrt(2), math.exp(1), math.log(10), math.log(8, 2), math.log2(1024), math.log10(1000), math.log1p(1e-10), math.expm1(1e-10), math.pow(2, 0.5), math.cbrt(27), math.exp2(3.5))
print(math.sin(1), math.cos(1), math.tan(1), math.asin(0.5), math.acos(0.5), math.atan(1), math.atan2(-1, -1), math.sinh(1), math.cosh(1), math.tanh(1), math.asinh(1), math.acosh(2), math.atanh(0.5), math.degrees(1), math.radians(180), math.hypot(3, 4), math.hypot(1, 2, 3), math.dist([1, 2], [4, 6]))
print(math.floor(-1.5), math.ceil(-1.5), math.trunc(-1.5), math.floor(10 ** 20), math.fabs(-3), math.copysign(1, -0.0), math.fmod(-7, 3), math.remainder(7, 4), math.modf(-1.25), math.frexp(10), math.ldexp(0.5, 4), math.gcd(12, 18, 8), math.lcm(4, 6), math.gcd(), math.isqrt(10 ** 20), math.factorial(20), math.comb(10, 3), math.perm(5, 2), math.perm(4))
print(math.fsum([0.1] * 10), math.prod([1, 2, 3]), math.prod([], start=5), math.isclose(1, 1 + 1e-10), math.isclose(1, 1.1, rel_tol=0.2), math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1), math.nextafter(1, 2), math.ulp(1.0), math.erf(0.5), math.erfc(0.5), math.gamma(5), math.lgamma(10), math.sumprod([1, 2], [3, 4]))
for f in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.log(-1), lambda: math.exp(1000), lambda: math.acos(2), lambda: math.factorial(-1), lambda: math.factorial(1.5), lambda: math.sqrt("a"), lambda: math.floor("a"), lambda: math.gcd(1.5), lambda: math.comb(-1, 2), lambda: math.pow(0, -1), lambda: math.fmod(1, 0), lambda: math.isqrt(-1), lambda: math.atanh(1), lambda: math.gamma(0), lambda: math.log(1, 1), lambda: math.ldexp(1, 10 ** 10), lambda: math.sqrt(), lambda: math.hypot("a"),
          lambda: math.fsum([1, "a"]), lambda: math.floor(math.inf), lambda: math.ceil(math.nan), lambda: math.log(10 ** 400) > 900, lambda: math.sqrt(10 ** 400), lambda: math.dist([1], [1, 2]), lambda: math.cosh(1000), lambda: math.perm(2, 3), lambda: math.prod(["a"], start="b"), lambda: math.sin(math.inf), lambda: math.log2(-1), lambda: math.pow(-8, 1 / 3), lambda: math.sumprod([1], [1, 2]), lambda: math.lcm(0, 5), lambda: math.trunc("x")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class F:
    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return "ceil"

    def __trunc__(self):
        return "trunc"

    def __float__(self):
        return 4.0


print(math.floor(F()), math.ceil(F()), math.trunc(F()), math.sqrt(F()), math.floor(2 ** 70), math.sqrt(True), math.log(2 ** 2000, 2))
