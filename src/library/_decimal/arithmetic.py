"""The operations on numbers, all as functions of operands and a context that notes what they tell.

They answer what the General Decimal Arithmetic specification says, with the flags it says.
"""
from math import isqrt

from .context import (
    BY_ZERO, CLAMPED, IMPOSSIBLE, INEXACT, INVALID, OVERFLOW, ROUNDED, SUBNORMAL, UNDEFINED, UNDERFLOW, checked_rounding,
    signal,
)
from .digits import count, number, shorten, strip, text
from .number import fails, finish, fit, fitted, infinity, make, nan_of, order, shown

# A precision that makes results of many digits, but for those that are exact.
_ENORMOUS = 10**6

# ---- sums and products ----


def plus(a, context):
    if a._kind:
        return nan_of(context, a) or a
    sign = a._sign if a._digits or context.rounding == "ROUND_FLOOR" else 0
    return finish(sign, a._digits, a._exp, context)


def minus(a, context):
    if a._kind:
        return nan_of(context, a) or infinity(1 - a._sign)
    if a._digits:
        sign = 1 - a._sign
    else:
        sign = int(context.rounding == "ROUND_FLOOR" and not a._sign)
    return finish(sign, a._digits, a._exp, context)


def absolute(a, context):
    return minus(a, context) if a._sign else plus(a, context)


def _apart(a, b, context):
    """Operands with exponents so far apart that all of the smaller one that matters is that it is there."""
    if a._exp < b._exp:
        b, a = _apart(b, a, context)
        return a, b
    if not a._digits:
        # A zero of a great exponent only keeps the sum from having a greater one.
        return make(a._sign, 0, b._exp), b
    first = a._exp + min(-1, count(a._digits) - context.prec - 2)
    if b.adjusted() < first if b._digits else b._exp < first:
        b = make(b._sign, 1 if b._digits else 0, first)
    return a, b


def _sum(a, b, context):
    """The sign, the digits and the exponent of a sum of two finite numbers, or of one that is rounded alike."""
    if abs(a._exp - b._exp) > context.prec:
        a, b = _apart(a, b, context)
    x = -a._digits if a._sign else a._digits
    y = -b._digits if b._sign else b._digits
    exp = a._exp
    if exp > b._exp:
        x *= 10 ** (exp - b._exp)
        exp = b._exp
    elif exp < b._exp:
        y *= 10 ** (b._exp - exp)
    total = x + y
    if total:
        return (1, -total, exp) if total < 0 else (0, total, exp)
    return a._sign if a._sign == b._sign else int(context.rounding == "ROUND_FLOOR"), 0, exp


def add(a, b, context):
    if a._kind or b._kind:
        nan = nan_of(context, a, b)
        if nan is not None:
            return nan
        if a._kind and b._kind and a._sign != b._sign:
            return fails(context, INVALID)
        return a if a._kind else b
    return finish(*_sum(a, b, context), context)


def subtract(a, b, context):
    return add(a, b if b._kind in ("n", "N") else b.copy_negate(), context)


def multiply(a, b, context):
    sign = a._sign ^ b._sign
    if a._kind or b._kind:
        nan = nan_of(context, a, b)
        if nan is not None:
            return nan
        return infinity(sign) if a and b else fails(context, INVALID)
    return finish(sign, a._digits * b._digits, a._exp + b._exp, context)


def fma(a, b, c, context):
    if a._kind or b._kind:
        if a.is_nan() or b.is_nan():
            return nan_of(context, a, b, c)
        return add(infinity(a._sign ^ b._sign), c, context) if a and b else fails(context, INVALID)
    return add(make(a._sign ^ b._sign, a._digits * b._digits, a._exp + b._exp), c, context)


# ---- quotients ----


def divide(a, b, context):
    sign = a._sign ^ b._sign
    if a._kind or b._kind:
        nan = nan_of(context, a, b)
        if nan is not None:
            return nan
        if a._kind:
            return fails(context, INVALID) if b._kind else infinity(sign)
        signal(context, CLAMPED)
        return make(sign, 0, context.Etiny())
    if not b._digits:
        if not a._digits:
            return fails(context, UNDEFINED)
        signal(context, BY_ZERO)
        return infinity(sign)
    ideal = a._exp - b._exp
    if not a._digits:
        return finish(sign, 0, ideal, context)
    shift = max(0, count(b._digits) - count(a._digits) + context.prec + 1)
    enormous = shift > _ENORMOUS
    if enormous:
        # There is room for a quotient that ends, and that has no more digits than this.
        shift = b._digits.bit_length()
    digits, rest = divmod(a._digits * 10**shift, b._digits)
    if rest and enormous:
        raise MemoryError
    if rest:
        # One more digit that shows that there is more keeps the rounding right.
        return finish(sign, digits * 10 + 1, ideal - shift - 1, context)
    return finish(sign, *strip(digits, ideal - shift, ideal), context)


def _whole(a, b, context):
    """The digits of a whole quotient, and those and the exponent of what remains; None when there are too many."""
    if not a._digits:
        return 0, 0, min(a._exp, b._exp)
    gap = a.adjusted() - b.adjusted()
    if gap > context.prec:
        return None
    if gap < -1:
        exp = min(a._exp, b._exp)
        return 0, a._digits * 10 ** (a._exp - exp), exp
    exp = min(a._exp, b._exp)
    quotient, rest = divmod(a._digits * 10 ** (a._exp - exp), b._digits * 10 ** (b._exp - exp))
    return None if count(quotient) > context.prec else (quotient, rest, exp)


def divide_int(a, b, context):
    sign = a._sign ^ b._sign
    if a._kind or b._kind:
        nan = nan_of(context, a, b)
        if nan is not None:
            return nan
        if a._kind:
            return fails(context, INVALID) if b._kind else infinity(sign)
        return make(sign, 0, 0)
    if not b._digits:
        if not a._digits:
            return fails(context, UNDEFINED)
        signal(context, BY_ZERO)
        return infinity(sign)
    parts = _whole(a, b, context)
    return fails(context, IMPOSSIBLE) if parts is None else finish(sign, parts[0], 0, context)


def remainder(a, b, context):
    if a._kind or b._kind:
        nan = nan_of(context, a, b)
        if nan is not None:
            return nan
        return fails(context, INVALID) if a._kind else fitted(a, context)
    if not b._digits:
        return fails(context, INVALID if a._digits else UNDEFINED)
    parts = _whole(a, b, context)
    return fails(context, IMPOSSIBLE) if parts is None else finish(a._sign, *parts[1:], context)


def divide_both(a, b, context):
    """divmod(): the whole quotient and what remains."""
    sign = a._sign ^ b._sign
    if a._kind or b._kind:
        nan = nan_of(context, a, b)
        if nan is not None:
            return nan, nan
        if not a._kind:
            return make(sign, 0, 0), fitted(a, context)
        nan = fails(context, INVALID)
        return (nan, nan) if b._kind else (infinity(sign), nan)
    if not b._digits:
        if not a._digits:
            nan = fails(context, UNDEFINED)
            return nan, nan
        return infinity(sign), fails(context, BY_ZERO | INVALID)
    parts = _whole(a, b, context)
    if parts is None:
        nan = fails(context, IMPOSSIBLE)
        return nan, nan
    quotient, told = fit(sign, parts[0], 0, context, context.rounding)
    rest, status = fit(a._sign, *parts[1:], context, context.rounding)
    signal(context, told | status)
    return quotient, rest


def remainder_near(a, b, context):
    if a._kind or b._kind or not b._digits:
        return remainder(a, b, context)
    parts = _whole(a, b, context)
    if parts is None:
        return fails(context, IMPOSSIBLE)
    quotient, rest, exp = parts
    if exp <= b._exp and rest:
        divisor = b._digits * 10 ** (b._exp - exp) if b.adjusted() - exp - count(rest) < 2 else 0
        if divisor and 2 * rest + quotient % 2 > divisor:
            if count(quotient + 1) > context.prec:
                return fails(context, IMPOSSIBLE)
            return finish(1 - a._sign, divisor - rest, exp, context)
    return finish(a._sign, rest, exp, context)


def sqrt(a, context):
    if a._kind in ("n", "N"):
        return nan_of(context, a)
    if not a and not a._kind:
        return finish(a._sign, 0, a._exp // 2, context)
    if a._sign:
        return fails(context, INVALID)
    if a._kind:
        return a
    ideal = a._exp // 2
    digits = a._digits * 10 if a._exp % 2 else a._digits
    shift = max(0, context.prec + 2 - count(digits) // 2)
    if shift > _ENORMOUS and isqrt(digits) ** 2 == digits:
        shift = 0
    square = digits * 100**shift
    root = isqrt(square)
    if root * root == square:
        return finish(0, *strip(root, ideal - shift, ideal), context, 0, "ROUND_HALF_EVEN")
    return finish(0, root * 10 + 1, ideal - shift - 1, context, 0, "ROUND_HALF_EVEN")


# ---- rounding ----


def quantize(a, b, context, rounding=None):
    rounding = context.rounding if rounding is None else checked_rounding(rounding)
    if a._kind or b._kind:
        nan = nan_of(context, a, b)
        if nan is not None:
            return nan
        return a if a._kind and b._kind else fails(context, INVALID)
    exp = b._exp
    if not context.Etiny() <= exp <= context.Emax or a._digits and a.adjusted() - exp + 1 > context.prec + 1:
        return fails(context, INVALID)
    digits, inexact = at_exponent(a, exp, rounding)
    if digits and (count(digits) > context.prec or exp + count(digits) - 1 > context.Emax):
        return fails(context, INVALID)
    answer, status = fit(a._sign, digits, exp, context, rounding)
    if exp > a._exp and a._digits:
        status |= ROUNDED | INEXACT if inexact else ROUNDED
    signal(context, status)
    return answer


def at_exponent(a, exp, rounding):
    """The digits of a number with another exponent, and whether that changed it."""
    if exp > a._exp:
        return shorten(a._digits, exp - a._exp, rounding, a._sign)
    return a._digits * 10 ** (a._exp - exp) if a._digits else 0, False


def _integral(a, context, rounding, tells):
    rounding = context.rounding if rounding is None else checked_rounding(rounding)
    if a._kind:
        return nan_of(context, a) or a
    if a._exp >= 0:
        return make(a._sign, a._digits, a._exp)
    digits, inexact = at_exponent(a, 0, rounding)
    if tells and a._digits:
        signal(context, ROUNDED | INEXACT if inexact else ROUNDED)
    return make(a._sign, digits, 0)


def to_integral_value(a, context, rounding=None):
    return _integral(a, context, rounding, False)


def to_integral_exact(a, context, rounding=None):
    return _integral(a, context, rounding, True)


def normalize(a, context):
    fits = plus(a, context)
    if fits._kind:
        return fits
    if not fits._digits:
        return make(a._sign, 0, 0)
    highest = context._highest if context.clamp else context.Emax
    return make(fits._sign, *strip(fits._digits, fits._exp, highest))


# ---- comparing ----


def compare(a, b, context):
    if a._kind or b._kind:
        nan = nan_of(context, a, b)
        if nan is not None:
            return nan
    return _as_sign(order(a, b))


def compare_signal(a, b, context):
    if "n" in (a._kind, b._kind) and "N" not in (a._kind, b._kind):
        signal(context, INVALID)
    return compare(a, b, context)


def _as_sign(way):
    return make(int(way < 0), int(way != 0), 0)


_RANK = {"": 0, "F": 1, "N": 2, "n": 3}


def _total(a, b, signed=True):
    """The order in which -0 comes before 0, 1.0 before 1, and NaNs last."""
    sign = signed and a._sign
    if signed and a._sign != b._sign:
        return -1 if a._sign else 1
    way = _RANK[a._kind] - _RANK[b._kind]
    if not way and a._kind:
        way = a._digits - b._digits
    elif not way:
        way = order(a.copy_abs(), b.copy_abs()) or a._exp - b._exp
    return -way if sign else way


def compare_total(a, b, context):
    return _as_sign(_total(a, b))


def compare_total_mag(a, b, context):
    return _as_sign(_total(a, b, False))


def _choice(way, magnitudes):
    """An operation that takes the greater or the smaller of two numbers."""
    def choose(a, b, context):
        if a._kind or b._kind:
            if a._kind == "n" and b._kind not in ("n", "N"):
                return fitted(b, context)
            if b._kind == "n" and a._kind not in ("n", "N"):
                return fitted(a, context)
            nan = nan_of(context, a, b)
            if nan is not None:
                return nan
        if magnitudes:
            found = order(a.copy_abs(), b.copy_abs()) or _total(a, b)
        else:
            found = order(a, b) or _total(a, b)
        return fitted(a if found * way >= 0 else b, context)

    return choose


maximum, minimum, max_mag, min_mag = _choice(1, False), _choice(-1, False), _choice(1, True), _choice(-1, True)


def same_quantum(a, b, context):
    if a._kind or b._kind:
        return a._kind.lower() == b._kind.lower()
    return a._exp == b._exp


def number_class(a, context):
    if a._kind:
        return {"n": "NaN", "N": "sNaN", "F": "-Infinity" if a._sign else "+Infinity"}[a._kind]
    kind = "Zero" if not a._digits else "Subnormal" if a.adjusted() < context.Emin else "Normal"
    return ("-" if a._sign else "+") + kind


def is_normal(a, context):
    return not a._kind and a._digits != 0 and a.adjusted() >= context.Emin


def is_subnormal(a, context):
    return not a._kind and a._digits != 0 and a.adjusted() < context.Emin


# ---- neighbours ----


def _next(a, context, rounding):
    if a._kind:
        nan = nan_of(context, a)
        if nan is not None:
            return nan
        outward = bool(a._sign) == (rounding == "ROUND_FLOOR")
        return a if outward else make(a._sign, 10**context.prec - 1, context._highest)
    answer, _ = fit(a._sign, a._digits, a._exp, context, rounding)
    if answer._kind or order(answer, a):
        return answer
    tiny = make(int(rounding == "ROUND_FLOOR"), 1, context.Etiny() - 1)
    return fit(*_sum(a, tiny, context), context, rounding)[0]


def next_plus(a, context):
    return _next(a, context, "ROUND_CEILING")


def next_minus(a, context):
    return _next(a, context, "ROUND_FLOOR")


def next_toward(a, b, context):
    nan = nan_of(context, a, b)
    if nan is not None:
        return nan
    way = order(a, b)
    if not way:
        return copy_sign(a, b, context)
    answer = _next(a, context, "ROUND_CEILING" if way < 0 else "ROUND_FLOOR")
    if answer._kind:
        signal(context, OVERFLOW | INEXACT | ROUNDED)
    elif answer.adjusted() < context.Emin:
        clamped = 0 if answer._digits else CLAMPED
        signal(context, UNDERFLOW | SUBNORMAL | INEXACT | ROUNDED | clamped)
    return answer


# ---- exponents and digits ----


def copy_sign(a, b, context):
    return make(b._sign, a._digits, a._exp, a._kind)


def logb(a, context):
    if a._kind:
        return nan_of(context, a) or infinity(0)
    if not a._digits:
        signal(context, BY_ZERO)
        return infinity(1)
    power = a.adjusted()
    return finish(int(power < 0), abs(power), 0, context)


def _small_int(b, most):
    """An operand that has to be a whole number of that size at most; None when it is not."""
    if b._kind or b._exp or b._digits > most:
        return None
    return -b._digits if b._sign else b._digits


def scaleb(a, b, context):
    nan = nan_of(context, a, b)
    if nan is not None:
        return nan
    n = _small_int(b, 2 * (context.Emax + context.prec))
    if n is None:
        return fails(context, INVALID)
    return a if a._kind else finish(a._sign, a._digits, a._exp + n, context)


def _capped(digits, prec):
    return digits % 10**prec if count(digits) > prec else digits


def shift(a, b, context):
    nan = nan_of(context, a, b)
    if nan is not None:
        return nan
    n = _small_int(b, context.prec)
    if n is None:
        return fails(context, INVALID)
    if a._kind:
        return a
    digits = _capped(a._digits, context.prec)
    digits = _capped(digits * 10**n, context.prec) if n >= 0 else digits // 10**-n
    return make(a._sign, digits, a._exp)


def rotate(a, b, context):
    nan = nan_of(context, a, b)
    if nan is not None:
        return nan
    n = _small_int(b, context.prec)
    if n is None:
        return fails(context, INVALID)
    if a._kind:
        return a
    high, low = divmod(_capped(a._digits, context.prec), 10 ** (-n % context.prec))
    return make(a._sign, low * 10 ** (n % context.prec) + high, a._exp)


def _bits(a, context):
    """The bits that a number's last digits say, None when they say none."""
    digits = text(a._digits)
    if a._kind or a._sign or a._exp or digits.strip("01"):
        return None
    return int(digits, 2) & (1 << min(context.prec, len(digits))) - 1


def _logical(combine):
    def operation(a, b, context):
        x, y = _bits(a, context), _bits(b, context)
        if x is None or y is None:
            return fails(context, INVALID)
        return make(0, number(f"{combine(x, y):b}"), 0)

    return operation


logical_and = _logical(lambda x, y: x & y)
logical_or = _logical(lambda x, y: x | y)
logical_xor = _logical(lambda x, y: x ^ y)


def logical_invert(a, context):
    x = _bits(a, context)
    return fails(context, INVALID) if x is None else make(0, number(f"{x ^ (1 << context.prec) - 1:b}"), 0)


def to_eng_string(a, context):
    return shown(a, context, True)
