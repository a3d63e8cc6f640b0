"""Sums, products, quotients, roots and neighbours of numbers, as functions of operands and a context.

The context notes what an operation tells. Operations answer what the General Decimal Arithmetic
specification says, with the flags it says.
"""
from math import isqrt

from .context import (
    BY_ZERO, CLAMPED, IMPOSSIBLE, INEXACT, INVALID, OVERFLOW, ROUNDED, SUBNORMAL, UNDEFINED, UNDERFLOW, signal,
)
from .digits import count, strip
from .number import fails, finish, fit, fitted, infinity, make, nan_of, order

# A precision that makes results of many digits, but for those that are exact.
_ENORMOUS = 10**6

# ---- sums and products ----


def plus(a, context):
    """The number itself, rounded as the context says."""
    if a._kind:
        return nan_of(context, a) or a
    sign = a._sign if a._digits or context.rounding == "ROUND_FLOOR" else 0
    return finish(sign, a._digits, a._exp, context)


def minus(a, context):
    """The number with the other sign, rounded."""
    if a._kind:
        return nan_of(context, a) or infinity(1 - a._sign)
    if a._digits:
        sign = 1 - a._sign
    else:
        sign = int(context.rounding == "ROUND_FLOOR" and not a._sign)
    return finish(sign, a._digits, a._exp, context)


def absolute(a, context):
    """The number without its sign, rounded."""
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
    """The sum of two numbers."""
    if a._kind or b._kind:
        nan = nan_of(context, a, b)
        if nan is not None:
            return nan
        if a._kind and b._kind and a._sign != b._sign:
            return fails(context, INVALID)
        return a if a._kind else b
    if a._exp == b._exp and a._sign == b._sign:
        return finish(a._sign, a._digits + b._digits, a._exp, context)
    return finish(*_sum(a, b, context), context)


def subtract(a, b, context):
    """The difference of two numbers."""
    return add(a, b if b._kind in ("n", "N") else b.copy_negate(), context)


def multiply(a, b, context):
    """The product of two numbers."""
    sign = a._sign ^ b._sign
    if a._kind or b._kind:
        nan = nan_of(context, a, b)
        if nan is not None:
            return nan
        return infinity(sign) if a and b else fails(context, INVALID)
    return finish(sign, a._digits * b._digits, a._exp + b._exp, context)


def fma(a, b, c, context):
    """The product of two numbers plus a third one, rounded once."""
    if a._kind or b._kind:
        if a.is_nan() or b.is_nan():
            return nan_of(context, a, b, c)
        return add(infinity(a._sign ^ b._sign), c, context) if a and b else fails(context, INVALID)
    return add(make(a._sign ^ b._sign, a._digits * b._digits, a._exp + b._exp), c, context)


# ---- quotients ----


def divide(a, b, context):
    """The quotient of two numbers."""
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
    """The whole part of a quotient."""
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
    """What a division without fraction leaves, with the sign of the dividend."""
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
    """What is left when the quotient is rounded to the nearest whole number."""
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
    """The square root, rounded half to even."""
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
    """The smallest number that the context has above this one."""
    return _next(a, context, "ROUND_CEILING")


def next_minus(a, context):
    """The greatest number that the context has below this one."""
    return _next(a, context, "ROUND_FLOOR")


def next_toward(a, b, context):
    """The neighbour in the direction of the second number."""
    nan = nan_of(context, a, b)
    if nan is not None:
        return nan
    way = order(a, b)
    if not way:
        return make(b._sign, a._digits, a._exp, a._kind)
    answer = _next(a, context, "ROUND_CEILING" if way < 0 else "ROUND_FLOOR")
    if answer._kind:
        signal(context, OVERFLOW | INEXACT | ROUNDED)
    elif answer.adjusted() < context.Emin:
        clamped = 0 if answer._digits else CLAMPED
        signal(context, UNDERFLOW | SUBNORMAL | INEXACT | ROUNDED | clamped)
    return answer
