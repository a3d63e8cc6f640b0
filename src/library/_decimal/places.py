"""Operations on the places of numbers: rounding to some, shifting them, digits as bits."""
from .arithmetic import plus
from .context import BY_ZERO, INEXACT, INVALID, ROUNDED, checked_rounding, signal
from .digits import count, number, shorten, strip, text
from .number import fails, finish, fit, infinity, make, nan_of, shown

# ---- rounding ----


def quantize(a, b, context, rounding=None):
    """The first number, rounded to the exponent of the second."""
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
    """The nearest whole number; no flag tells that it is another."""
    return _integral(a, context, rounding, False)


def to_integral_exact(a, context, rounding=None):
    """The nearest whole number; flags tell when it is another."""
    return _integral(a, context, rounding, True)


def normalize(a, context):
    """The number without zeros at its end."""
    fits = plus(a, context)
    if fits._kind:
        return fits
    if not fits._digits:
        return make(a._sign, 0, 0)
    highest = context._highest if context.clamp else context.Emax
    return make(fits._sign, *strip(fits._digits, fits._exp, highest))


# ---- exponents and digits ----


def copy_sign(a, b, context):
    """The first number with the sign of the second."""
    return make(b._sign, a._digits, a._exp, a._kind)


def logb(a, context):
    """The exponent of the first digit."""
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
    """The number with the second one added to its exponent."""
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
    """The digits shifted, to the left when the second number is positive; zeros come in."""
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
    """The digits rotated, to the left when the second number is positive."""
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


def _logical(combine, what):
    def operation(a, b, context):
        x, y = _bits(a, context), _bits(b, context)
        if x is None or y is None:
            return fails(context, INVALID)
        return make(0, number(f"{combine(x, y):b}"), 0)

    operation.__doc__ = f"The digits of two numbers, 0 or 1 all of them, combined by {what}."
    return operation


logical_and = _logical(lambda x, y: x & y, "and")
logical_or = _logical(lambda x, y: x | y, "or")
logical_xor = _logical(lambda x, y: x ^ y, "exclusive or")


def logical_invert(a, context):
    """Each digit inverted, all of which must be 0 or 1."""
    x = _bits(a, context)
    return fails(context, INVALID) if x is None else make(0, number(f"{x ^ (1 << context.prec) - 1:b}"), 0)


def to_eng_string(a, context):
    """The text with an exponent that is a multiple of three."""
    return shown(a, context, True)
