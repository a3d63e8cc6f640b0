"""Exponential, logarithms and powers, rounded as if they had been worked out to the end.

What is worked out is an approximation with some digits to spare; when those leave open which way to
round, there is another round with more of them.
"""
from .arithmetic import divide
from .context import CLAMPED, INEXACT, INVALID, MAX_PREC, ROUNDED, SUBNORMAL, UNDERFLOW, signal
from .digits import count, exp as exp_digits, ln as ln_digits, log10 as log10_digits, power as power_digits, strip
from .number import fails, finish, infinity, make, nan_of, order

_ONE = make(0, 1, 0)
_HALF = "ROUND_HALF_EVEN"
# An exponent that is too great for every context, as its negative is too small.
_BEYOND = 10**20


def _is_sure(digits, spare):
    """Whether a few units in the last place cannot change how a number without its spare digits is rounded."""
    tail = digits % 10**spare
    half = 5 * 10 ** (spare - 1)
    return 4 < tail < 2 * half - 4 and abs(tail - half) > 4


def _settled(approximate, places, context, rounding=_HALF):
    """Fits what approximate(places) comes to: digits, with their sign, and an exponent."""
    more = 0
    while True:
        digits, exp = approximate(places + more)
        spare = count(abs(digits)) - context.prec
        if spare >= 3 and _is_sure(abs(digits), spare):
            return finish(int(digits < 0), abs(digits) * 10 + 1, exp - 1, context, 0, rounding)
        more = 2 * more + 10


def exp(a, context):
    """e to the power of the number."""
    if a._kind:
        return nan_of(context, a) or (make(0, 0, 0) if a._sign else a)
    if not a._digits:
        return _ONE
    adjusted = a.adjusted()
    if adjusted > 20:
        return finish(0, 1, -_BEYOND if a._sign else _BEYOND, context, INEXACT | ROUNDED, _HALF)
    if adjusted < -context.prec - 4:
        return _one_in_full(context)
    digits = -a._digits if a._sign else a._digits
    return _settled(lambda places: exp_digits(digits, a._exp, places), context.prec + 4, context)


def _distance(a):
    """The power of ten of a number's distance from one, if that is below one, else zero."""
    if a._exp > 0 or not -1 <= a.adjusted() <= 0:
        return 0
    return a._exp + count(abs(a._digits - 10**-a._exp)) - 1


def _logarithm(a, context, approximate, exact):
    if a._kind in ("n", "N"):
        return nan_of(context, a)
    if not a._kind and not a._digits:
        return infinity(1)
    if a._sign:
        return fails(context, INVALID)
    if a._kind:
        return a
    known = exact(a)
    if known == 0:
        return make(0, 0, 0)
    if known is not None:
        return finish(int(known < 0), abs(known), 0, context, 0, _HALF)
    places = context.prec + 5 + max(0, -_distance(a))
    return _settled(lambda places: (approximate(a._digits, a._exp, places), -places), places, context)


def ln(a, context):
    """The natural logarithm."""
    return _logarithm(a, context, ln_digits, lambda a: 0 if order(a, _ONE) == 0 else None)


def _power_of_ten(a):
    digits, exp = strip(a._digits, a._exp, a._exp + count(a._digits))
    return exp if digits == 1 else None


def log10(a, context):
    """The common logarithm."""
    return _logarithm(a, context, log10_digits, _power_of_ten)


# ---- powers ----


def power(a, b, context, modulo=None):
    """A number to the power of another; with a third, what is left of that after dividing by it."""
    if modulo is not None:
        return _power_modulo(a, b, modulo, context)
    nan = nan_of(context, a, b)
    if nan is not None:
        return nan
    whole = not b._kind and _is_whole(b)
    sign = int(a._sign and whole and _is_odd(b))
    if not a._kind and not a._digits:
        if not b._kind and not b._digits:
            return fails(context, INVALID)
        return infinity(sign) if b._sign else make(sign, 0, 0)
    if a._sign and not whole:
        return fails(context, INVALID)
    size = order(a.copy_abs(), _ONE)
    if b._kind and size:
        return infinity(sign) if (size > 0) != bool(b._sign) else make(sign, 0, 0)
    if not b._kind and not b._digits:
        return _ONE
    if a._kind:
        return make(sign, 0, 0) if b._sign else infinity(sign)
    if not size:
        return _power_of_one(a, b, sign, whole, context)
    most = context.Emax if (size > 0) != bool(b._sign) else context.Etiny()
    if _least_power_of_logarithm(a) + b.adjusted() > len(str(abs(most))):
        return finish(sign, 1, _BEYOND if most == context.Emax else context.Etiny() - 1, context)
    return _power_of_int(a, b, sign, context) if whole else _power_of_fraction(a, b, context)


def _least_power_of_logarithm(a):
    """A power of ten that the common logarithm of a number is not nearer to zero than."""
    adjusted = a.adjusted()
    if adjusted > 0:
        return len(str(adjusted)) - 1
    return len(str(-adjusted - 1)) - 1 if adjusted < -1 else _distance(a) - (1 if adjusted else 2)


def _is_whole(a):
    return a._exp >= 0 or a._digits % 10 ** min(-a._exp, count(a._digits) + 1) == 0


def _is_odd(a):
    return a._exp <= 0 and a._digits // 10**-a._exp % 2 == 1


def _power_of_one(a, b, sign, whole, context):
    """A power of 1.000, which has as many places as the digits that were multiplied, if they were."""
    places, status = context.prec - 1, INEXACT | ROUNDED
    if whole:
        wanted = 0 if b._sign or a._exp >= 0 else -a._exp * int(b)
        status = ROUNDED if wanted > places else 0
        places = min(places, wanted)
    signal(context, status)
    return make(sign, 10**places, -places)


def _power_of_int(a, b, sign, context):
    prec = min(context.prec + 2 + count(b._digits) + b._exp, MAX_PREC)
    digits, exp, lost = a._digits, a._exp, False
    if b._sign:
        work = context.copy()
        work.prec, work.Emax, work.Emin, work.traps._bits, work.flags._bits = prec, 10**17, -(10**17), 0, 0
        inverse = divide(_ONE, a.copy_abs(), work)
        digits, exp, lost = inverse._digits, inverse._exp, work.flags._bits & INEXACT != 0
    times = b._digits * 10**b._exp if b._exp >= 0 else b._digits // 10**-b._exp
    digits, exp, rounded = power_digits(digits, exp, times, prec)
    if exp + count(digits) <= context.Emin - prec and (times > 1 or b._sign):
        return finish(sign, 0, exp, context, CLAMPED | INEXACT | ROUNDED | SUBNORMAL | UNDERFLOW)
    return finish(sign, digits, exp, context, INEXACT | ROUNDED if lost or rounded else 0)


def _power_of_fraction(a, b, context):
    """e ** (b * ln(a)), with an exact a > 0 that is not one."""
    exponent = -b._digits if b._sign else b._digits
    tens = abs(b.adjusted()) + len(str(abs(a.adjusted())))
    near = max(0, -_distance(a))
    if b.adjusted() + len(str(abs(a.adjusted()) + 1)) - near < -context.prec - 22:
        return _one_in_full(context)

    def approximate(places):
        inner = places + tens + near + 5
        return exp_digits(exponent * ln_digits(a._digits, a._exp, inner), b._exp - inner, places)

    digits, at = approximate(context.prec + 19)
    spare = count(digits) - context.prec
    tail = digits % 10**spare
    if min(tail, 10**spare - tail) < 10 ** max(1, spare - 12):
        # A result that is exact, as far as can be seen, is shown with all the digits of the context.
        exact = (digits + 10**spare // 2) // 10**spare
        return finish(0, exact, at + spare, context, INEXACT | ROUNDED)
    return finish(0, digits * 10 + 1, at - 1, context)


def _one_in_full(context):
    """What rounds to one without being one, with all the digits of the context."""
    places = context.prec - 1
    return finish(0, 10**places, -places, context, INEXACT | ROUNDED)


def _power_modulo(a, b, modulo, context):
    nan = nan_of(context, a, b, modulo)
    if nan is not None:
        return nan
    if a._kind or b._kind or modulo._kind or not (_is_whole(a) and _is_whole(b) and _is_whole(modulo)):
        return fails(context, INVALID)
    if b._sign and b._digits or not modulo._digits or not (a._digits or b._digits) or modulo.adjusted() >= context.prec:
        return fails(context, INVALID)
    m = abs(int(modulo))
    base = a._digits * pow(10, a._exp, m) if a._exp >= 0 else abs(int(a))
    return make(int(a._sign and _is_odd(b)), pow(base, int(b), m), 0)
