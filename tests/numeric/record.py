# Writes numeric.jsonl, CPython's answers for the tests of this folder: python record.py [seed] [scale] > numeric.jsonl
import math
import sys

from recording import finish, random, record, some_float, some_int, times

sys.set_int_max_str_digits(4300)


def parse_noise(alphabet, longest):
    return "".join(random.choice(alphabet) for _ in range(random.randrange(longest)))


for _ in times(60):
    x = some_float()
    record("float_repr", repr, x)
    record("float_hex", float.hex, x)
    record("float_ratio", float.as_integer_ratio, x)
    record("float_int", int, x)
    record("float_from_str", float, repr(x))
    record("float_from_str", float, "%.*e" % (random.randrange(40), x))
    record("float_fromhex", float.fromhex, x.hex())
    record("float_round", round, x, random.randrange(-330, 330) if random.random() < 0.3 else random.randrange(-5, 20))
    record("float_round0", round, x)

for _ in times(120):
    code = random.choice("eEfFgGr")
    precision = random.choice([0, 1, 2, 3, 4, 5, 6, 10, 15, 17, 20, 50, 100, 120, 400])
    x = some_float()
    if code == "r":
        record("float_format", lambda x, c, p, alt: format(x, "#" if alt else ""), x, code, 0, random.random() < 0.3)
    else:
        spec = lambda x, c, p, alt: format(x, f"{'#' if alt else ''}.{p}{c}")
        record("float_format", spec, x, code, precision, random.random() < 0.3)

for text in ["", " ", "1_0", "1__0", "_1", "1_", "1._5", "1e_5", "1e1_0", "infinity", "INF", "-inf", "nan", "+NaN", "infin",
             "1e400", "-1e-400", "\u0661\u0662.\u0665", "\xa01\u2003", "\x1c1\x1f", "1 2", "0x1p3", "1e5\0", "\ud800", "😀", "1" * 400,
             "0." + "0" * 400 + "1", ".5", "5.", ".", "+", "1e", "1e+", "--1", "9007199254740993", "9007199254740993" + "0" * 30,
             "2.2250738585072011e-308", "4.9406564584124654e-324", "2.4703282292062327e-324", "2.4703282292062328e-324",
             "179769313486231580793e289", "1e23", "8.41e21", "'", '"']:
    record("float_from_str", float, text)
    record("float_from_bytes", float, text.encode("utf-8", "surrogatepass"))
    record("int_from_str", int, text, 10)
    record("int_from_bytes_text", int, text.encode("utf-8", "surrogatepass"), 10)
for _ in times(60):
    record("float_from_str", float, parse_noise("0123456789012345678901234567890123456789._e+- infa", 12))
    record("float_fromhex", float.fromhex, parse_noise("0123456789abcdef0123456789abcdef.px+- ", 14))
    record("float_fromhex", float.fromhex, "0x%x.%xp%d" % (random.getrandbits(60), random.getrandbits(70), random.randrange(-1200, 1000)))
    record("int_from_str", int, parse_noise("0123456789abz_ xob+-\u0663", 7), random.choice([0, 2, 3, 8, 10, 10, 16, 36]))
    record("int_from_str", int, random.choice(["", "-", "+", " "]) + parse_noise("0123456789_", 40), 10)
    base = random.choice([2, 3, 7, 8, 10, 16, 20, 32, 36])
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"[:base]
    record("int_from_str", int, random.choice(digits[1:]) + parse_noise(digits, 90), base)
for text, base in [("1" * 4300, 10), ("1" * 4301, 10), ("1" * 4301 + "z", 10), ("1" * 4301, 16), ("1" * 4301, 7), ("1_" * 4300 + "1", 10),
                   ("z" * 300, 10), ("'" * 300, 10), ("\x00" * 100, 10), ("\ud800" * 100, 10), ("1", 1), ("1", 37), ("0x_f", 16), ("0_7", 0),
                   ("00", 0), ("0_0", 0), ("01", 0), ("0x", 16), ("0X_1F", 0), ("0b2", 0), ("0o17", 8), ("-0b101", 0), ("0x__1", 0)]:
    record("int_from_str", int, text, base)

for _ in times(60):
    a, b = some_int(), some_int()
    record("int_repr", str, a)
    record("int_add", lambda a, b: a + b, a, b)
    record("int_sub", lambda a, b: a - b, a, b)
    record("int_mul", lambda a, b: a * b, a, b)
    record("int_floordiv", lambda a, b: a // b, a, b)
    record("int_mod", lambda a, b: a % b, a, b)
    record("int_divmod", divmod, a, b)
    record("int_truediv", lambda a, b: a / b, a, b)
    record("int_truediv", lambda a, b: a / b, some_int(random.randrange(1, 2500)), some_int(random.randrange(1, 2500)))
    record("int_and", lambda a, b: a & b, a, b)
    record("int_or", lambda a, b: a | b, a, b)
    record("int_xor", lambda a, b: a ^ b, a, b)
    record("int_neg", lambda a: -a, a)
    record("int_invert", lambda a: ~a, a)
    shift = random.choice([0, 1, 5, 31, 32, 33, 52, 63, 64, 65, 100, -1])
    record("int_lshift", lambda a, n: a << n, a, shift)
    record("int_rshift", lambda a, n: a >> n, a, shift)
    record("int_pow", lambda a, b: a ** b, random.choice([a % 1000, -(a % 50), a]), random.randrange(0, 40))
    record("int_powmod", pow, a, random.choice([b, b % 1000]), some_int())
    record("int_bit_length", int.bit_length, a)
    record("int_bit_count", int.bit_count, a)
    record("int_bin", bin, a)
    record("int_oct", oct, a)
    record("int_hex", hex, a)
    record("int_float", float, a)
    record("int_sizeof", int.__sizeof__, a)
    record("int_hash", hash, a)
    record("int_isqrt", math.isqrt, a)
    record("int_gcd", math.gcd, a, b)
    record("int_lcm", math.lcm, a, b)
    record("int_round", round, a, random.randrange(-30, 2))
    record("int_cmp_float", lambda a, x: (a > x) - (a < x), a, random.choice([float(b), float(a % 2**1000), 0.5, 2.0**53, 1e308]))
    length, little, signed = random.randrange(0, 12), random.random() < 0.5, random.random() < 0.5
    record("int_to_bytes", lambda a, n, l, s: a.to_bytes(n, "little" if l else "big", signed=s), random.choice([a, a % 256, -(a % 200)]), length, little, signed)
    record("int_from_bytes", lambda d, l, s: int.from_bytes(d, "little" if l else "big", signed=s), random.randbytes(length), little, signed)
    n = random.randrange(0, 200)
    record("int_comb", math.comb, random.choice([n, n * 10**16]), random.randrange(0, 210))
    record("int_perm", math.perm, random.choice([n, n * 10**16]), random.randrange(0, 30))
    record("int_factorial", math.factorial, n)
    x = some_float()
    if x == x:
        record("float_hash", hash, x)
        record("complex_hash", lambda x, y: hash(complex(x, y)), x, float(n) / 8)
    items = [hash(str(random.random())) for _ in range(random.randrange(6))] + [some_int() % 2**61 for _ in range(2)]
    record("tuple_hash", lambda *v: hash(v), *[h % (2**61 - 1) for h in items])
    record("frozenset_hash", lambda *v: hash(frozenset(v)), *{h % (2**61 - 1) for h in items})
for digits in (4299, 4300, 4301):
    record("int_repr", str, 10 ** digits - 1)
record("int_repr", str, -(10 ** 4300))
for a in (0, 1, -1, 2, -5, 2**70):
    for b in (0, -1, 1, 2, -2, 2**65):
        record("int_powmod", pow, a, b if abs(b) < 2**64 else b, 7)
        record("int_powmod", pow, a, b, -6)
        record("int_powmod", pow, a, b, 1)
        record("int_powmod", pow, a, b, 0)
        if abs(a) < 2 and b >= 0:
            record("int_pow", lambda a, b: a ** b, a, b)


def ordinary():
    return random.choice([random.uniform(-10, 10), random.uniform(-1e3, 1e3), 10.0 ** random.randrange(-30, 30), some_float()])


for _ in times(60):
    x, y = ordinary(), ordinary()
    many = [ordinary() for _ in range(random.randrange(1, 8))] if random.random() < 0.5 else [random.uniform(-1, 1) for _ in range(10)]
    record("fsum", math.fsum, many + [-z for z in many[::2]])
    record("sum", sum, many)
    record("hypot", math.hypot, *many)
    record("hypot", math.hypot, x, y)
    record("sumprod", lambda p, q: math.sumprod(p, q), many, [z / 3 for z in many])
    record("remainder", math.remainder, x, random.choice([y, 0.5, 3.0]))
    record("fmod", math.fmod, x, y)
    record("float_mod", lambda x, y: x % y, x, y or 1.0)
    record("float_floordiv", lambda x, y: x // y, x, y or 1.0)
    record("frexp", math.frexp, x)
    record("ldexp", math.ldexp, x, random.choice([random.randrange(-1200, 1200), random.randrange(-40, 40)]))
    record("ldexp", math.ldexp, random.uniform(0.5, 1), random.randrange(-1080, -1010))
    record("nextafter", lambda x, y, n: math.nextafter(x, y, steps=n), x, y, random.choice([1, 1, 0, 2, 10**9, 2**60]))
    record("ulp", math.ulp, x)
    a, b = complex(random.uniform(-3, 3), random.uniform(-3, 3)), complex(x, y)
    for name, operate in [("mul", lambda p, q: complex(*p) * complex(*q)), ("div", lambda p, q: complex(*p) / complex(*q))]:
        record("complex_" + name, operate, [a.real, a.imag], [b.real, b.imag])
    power = random.choice([[float(random.randrange(-5, 12)), 0.0]])
    record("complex_pow", lambda p, q: complex(*p) ** complex(*q), [a.real, a.imag], power)
    record("complex_abs", lambda p: abs(complex(*p)), [b.real, b.imag])
finish()
