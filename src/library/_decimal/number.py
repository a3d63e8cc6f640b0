"""Decimal itself: made from other values, shown, compared and turned into other numbers.

A number is a sign, an integer of digits and an exponent, or an infinity, or not a number. Every
operation works out the exact result, or enough of it, and finish() fits it to the context.
"""
import numbers
import sys
from collections import namedtuple
from math import copysign, gcd, isfinite

from .context import (
    CLAMPED, CONVERSION, FLOAT, INEXACT, INVALID, MAX_EMAX, MIN_ETINY, OVERFLOW, ROUNDED, SUBNORMAL, UNDERFLOW, chosen,
    checked_size, getcontext, signal,
)
from .digits import count, number, shorten, text

DecimalTuple = namedtuple("DecimalTuple", "sign digits exponent", module="decimal")
_WORDS = {"F": "Infinity", "n": "NaN", "N": "sNaN"}


class Decimal:
    """Construct a new Decimal object. 'value' can be an integer, string, tuple,
or another Decimal object. If no value is given, return Decimal('0'). The
context does not affect the conversion and is only passed to determine if
the InvalidOperation trap is active."""

    __module__ = "decimal"
    # _kind is "" for a number, "F" for an infinity, "n" and "N" for not a number: the second one signals.
    __slots__ = ("_sign", "_digits", "_exp", "_kind")

    def __new__(cls, value="0", context=None):
        if context is not None:
            chosen(context)
        number = value if isinstance(value, Decimal) else _exact(value, context)
        if type(number) is cls is Decimal:
            return number
        return _fill(object.__new__(cls), number._sign, number._digits, number._exp, number._kind)

    @classmethod
    def from_float(cls, f, /):
        number = from_float(f)
        return number if cls is Decimal else cls(number)

    # ---- showing ----

    def __str__(self, /):
        return shown(self, getcontext(), False)

    def __repr__(self, /):
        return f"Decimal('{shown(self, getcontext(), False)}')"

    def as_tuple(self, /):
        if self._kind == "F":
            digits = (0,)
        elif self._kind and not self._digits:
            digits = ()
        else:
            digits = tuple(map(int, text(self._digits)))
        return DecimalTuple(self._sign, digits, self._kind or self._exp)

    def __reduce__(self, /):
        return type(self), (str(self),)

    def __copy__(self, /):
        return self

    def __deepcopy__(self, memo, /):
        return self

    def __sizeof__(self, /):
        # sys.getsizeof() adds the 16 bytes of a header that numbers made in C do not have.
        words = -(-count(self._digits) // 19)
        return 88 if words <= 4 else 88 + 8 * words

    # ---- other numbers ----

    def as_integer_ratio(self, /):
        _must_be_finite(self, "integer ratio")
        digits = -self._digits if self._sign else self._digits
        if self._exp >= 0:
            return digits * 10**self._exp, 1
        if not digits:
            return 0, 1
        scale = 10**-self._exp
        common = gcd(digits, scale)
        return digits // common, scale // common

    def __int__(self, /):
        return rounded_int(self, "ROUND_DOWN")

    __trunc__ = __int__

    def __floor__(self, /):
        return rounded_int(self, "ROUND_FLOOR")

    def __ceil__(self, /):
        return rounded_int(self, "ROUND_CEILING")

    def __float__(self, /):
        if self._kind == "N":
            raise ValueError("cannot convert signaling NaN to float")
        if self._kind == "n":
            return float("-nan" if self._sign else "nan")
        return float(shown(self, getcontext(), False))

    def __complex__(self, /):
        return complex(float(self))

    def __bool__(self, /):
        return self._kind != "" or self._digits != 0

    def __hash__(self, /):
        if self._kind == "N":
            raise TypeError("Cannot hash a signaling NaN value")
        if self._kind == "n":
            return object.__hash__(self)
        modulus = sys.hash_info.modulus
        if self._kind:
            answer = sys.hash_info.inf
        else:
            ten = 10 if self._exp >= 0 else pow(10, -1, modulus)
            answer = self._digits * pow(ten, abs(self._exp), modulus) % modulus
        return hash(-answer if self._sign else answer)

    real = property(lambda self: self)
    imag = property(lambda self: Decimal())

    def conjugate(self, /):
        return self

    # ---- comparing ----

    def __eq__(self, other, /):
        return _compared(self, other, False, _EQUAL)

    def __lt__(self, other, /):
        return _compared(self, other, True, _LESS)

    def __le__(self, other, /):
        return _compared(self, other, True, _LESS | _EQUAL)

    def __gt__(self, other, /):
        return _compared(self, other, True, _GREATER)

    def __ge__(self, other, /):
        return _compared(self, other, True, _GREATER | _EQUAL)

    # ---- looking into ----

    def adjusted(self, /):
        return 0 if self._kind else self._exp + count(self._digits) - 1

    def canonical(self, /):
        return self

    def radix(self, /):
        return Decimal(10)

    def copy_abs(self, /):
        return make(0, self._digits, self._exp, self._kind)

    def copy_negate(self, /):
        return make(1 - self._sign, self._digits, self._exp, self._kind)

    def is_canonical(self, /):
        return True

    def is_finite(self, /):
        return self._kind == ""

    def is_infinite(self, /):
        return self._kind == "F"

    def is_nan(self, /):
        return self._kind == "n" or self._kind == "N"

    def is_qnan(self, /):
        return self._kind == "n"

    def is_snan(self, /):
        return self._kind == "N"

    def is_signed(self, /):
        return self._sign == 1

    def is_zero(self, /):
        return self._kind == "" and self._digits == 0


del Decimal.__slots__
numbers.Number.register(Decimal)


# ---- making ----


def _fill(self, sign, digits, exp, kind):
    self._sign, self._digits, self._exp, self._kind = sign, digits, exp, kind
    return self


def make(sign, digits, exp, kind="", blank=object.__new__):
    self = blank(Decimal)
    self._sign, self._digits, self._exp, self._kind = sign, digits, exp, kind
    return self


NAN = make(0, 0, 0, "n")


def infinity(sign):
    return make(sign, 0, 0, "F")


# No number has so many digits that its exponent, nearer to zero than this, could be beyond all limits.
_FAR = 10**17


def _exact(value, context):
    """What a value of another type says, to the last digit."""
    if isinstance(value, str):
        value = value.strip()
        number = from_text(value.replace("_", "") if "_" in value else value)
    elif isinstance(value, int):
        return _from_int(value)
    elif isinstance(value, (tuple, list)):
        number = _from_tuple(value)
    elif isinstance(value, float):
        signal(chosen(context), FLOAT)
        return from_float(value)
    else:
        raise unsupported(value)
    if number is None:
        return fails(chosen(context), CONVERSION)
    if -_FAR < number._exp < _FAR or number._kind or MIN_ETINY <= number._exp and number.adjusted() <= MAX_EMAX:
        return number
    return fails(chosen(context), INVALID)


def _from_int(value):
    value = int(value)
    return make(1, -value, 0) if value < 0 else make(0, value, 0)


def from_float(value):
    if isinstance(value, int):
        return _from_int(value)
    if not isinstance(value, float):
        raise TypeError("argument must be int or float")
    sign = int(copysign(1, value) < 0)
    if not isfinite(value):
        return make(sign, 0, 0, "n" if value != value else "F")
    numerator, denominator = abs(float(value)).as_integer_ratio()
    places = denominator.bit_length() - 1
    return make(sign, numerator * 5**places, -places)


def from_text(given):
    """The number that a text is, or None."""
    whole, _, fraction = given.partition(".")
    digits = whole + fraction
    if digits.isdecimal():
        return make(0, int(digits) if len(digits) < 600 else number(digits), -len(fraction))
    given = given.lower()
    sign = int(given[:1] == "-")
    body = given[1:] if given[:1] in ("-", "+") else given
    if body in ("inf", "infinity"):
        return infinity(sign)
    signals = body[:1] == "s"
    if body.startswith("nan", signals):
        payload = body[signals + 3:]
        if payload and not payload.isdecimal():
            return None
        return make(sign, number(payload), 0, "N" if signals else "n")
    mantissa, e, exponent = body.partition("e")
    whole, _, fraction = mantissa.partition(".")
    power = exponent[1:] if exponent[:1] in ("-", "+") else exponent
    if not (whole + fraction).isdecimal() or e and not power.isdecimal():
        return None
    exp = number(power) if e else 0
    return make(sign, number(whole + fraction), (-exp if exponent[:1] == "-" else exp) - len(fraction))


def _from_tuple(parts):
    if len(parts) != 3:
        raise ValueError("argument must be a sequence of length 3")
    sign, digits, exp = parts
    if not isinstance(sign, int) or sign not in (0, 1):
        raise ValueError("sign must be an integer with the value 0 or 1")
    sign = int(sign)
    if isinstance(exp, str):
        if exp not in ("F", "n", "N"):
            raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
        if exp == "F":
            return infinity(sign)
    elif not isinstance(exp, int):
        raise ValueError("exponent must be an integer")
    else:
        exp = checked_size(exp)
    if not isinstance(digits, (tuple, list)) or not all([isinstance(d, int) and 0 <= d <= 9 for d in digits]):
        raise ValueError("coefficient must be a tuple of digits")
    whole = number("".join([str(int(digit)) for digit in digits]))
    return make(sign, whole, 0, exp) if isinstance(exp, str) else make(sign, whole, exp)


def created(context, value):
    """A number from a value, fitted to the context."""
    if isinstance(value, Decimal):
        number = value
    elif isinstance(value, str):
        number = from_text(value)
    else:
        number = _from_tuple(value) if isinstance(value, (tuple, list)) else _exact(value, context)
    if number is None:
        return fails(context, CONVERSION)
    if number._kind in ("n", "N") and number._digits and count(number._digits) > context.prec - context.clamp:
        return fails(context, CONVERSION)
    return fitted(number, context)


# ---- operands ----


def unsupported(value):
    return TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")


def converted(value):
    """A value as an operand of an operator."""
    if isinstance(value, Decimal):
        return value
    return _from_int(value) if isinstance(value, int) else NotImplemented


def operand(value):
    """A value as an operand that must be a number of this kind, or an int."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return _from_int(value)
    raise unsupported(value)


# ---- fitting to a context ----


def finish(sign, digits, exp, context, status=0, rounding=None, blank=object.__new__):
    """The result of an operation: its exact value, or one that is rounded alike, fitted to the context."""
    if digits < context._limit and context.Emin <= exp <= context._highest:
        if status:
            signal(context, status)
        self = blank(Decimal)
        self._sign, self._digits, self._exp, self._kind = sign, digits, exp, ""
        return self
    answer, told = fit(sign, digits, exp, context, rounding or context.rounding)
    if status & INEXACT and told & SUBNORMAL:
        told |= UNDERFLOW
    if status or told:
        signal(context, status | told)
    return answer


def fit(sign, digits, exp, context, rounding):
    """The nearest number that the context allows, and what there is to tell about that."""
    etiny, etop = context.Emin - context.prec + 1, context._highest
    if not digits:
        bounded = min(max(exp, etiny), etop if context.clamp else context.Emax)
        return make(sign, 0, bounded), CLAMPED if bounded != exp else 0
    length = count(digits)
    adjusted = exp + length - 1
    if adjusted > context.Emax:
        return _overflow(sign, context, rounding)
    status = SUBNORMAL if adjusted < context.Emin else 0
    lowest = max(adjusted - context.prec + 1, etiny)
    if exp < lowest:
        digits, inexact = shorten(digits, lowest - exp, rounding, sign)
        exp = lowest
        status |= ROUNDED
        if inexact:
            status |= INEXACT | UNDERFLOW if status & SUBNORMAL else INEXACT
        if not digits:
            status |= CLAMPED
        elif digits >= context._limit and count(digits) > context.prec:
            digits, exp = digits // 10, exp + 1
            if exp > etop:
                return _overflow(sign, context, rounding)
    if context.clamp and exp > etop:
        digits, exp = digits * 10 ** (exp - etop), etop
        status |= CLAMPED
    return make(sign, digits, exp), status


def _overflow(sign, context, rounding):
    status = OVERFLOW | INEXACT | ROUNDED
    if rounding in ("ROUND_DOWN", "ROUND_05UP") or rounding == ("ROUND_CEILING" if sign else "ROUND_FLOOR"):
        return make(sign, 10**context.prec - 1, context._highest), status
    return infinity(sign), status


def fitted(value, context):
    if not value._kind:
        return finish(value._sign, value._digits, value._exp, context)
    return value if value._kind == "F" else _short_payload(value, context, value._kind)


def fails(context, status):
    """What an operation without a result answers."""
    signal(context, status)
    return NAN


def _short_payload(value, context, kind):
    digits = value._digits
    most = context.prec - context.clamp
    if digits and count(digits) > most:
        digits %= 10**most
    return make(value._sign, digits, 0, kind)


def nan_of(context, *values):
    """What an operation answers when some of its operands are no numbers; None when all are."""
    for value in values:
        if value._kind == "N":
            signal(context, INVALID)
            return _short_payload(value, context, "n")
    for value in values:
        if value._kind == "n":
            return _short_payload(value, context, "n")
    return None


# ---- looking at numbers ----


def shown(value, context, eng):
    """The text of a number, in engineering notation when asked."""
    sign = "-" if value._sign else ""
    if value._kind:
        return sign + _WORDS[value._kind] + (text(value._digits) if value._digits else "")
    digits = text(value._digits)
    exp = value._exp
    if exp == 0:
        return sign + digits
    left = exp + len(digits)
    if exp < 0 and left > -6:
        point = left
    elif not eng:
        point = 1
    elif value._digits:
        point = (left - 1) % 3 + 1
    else:
        point = (left + 1) % 3 - 1
    if point <= 0:
        body = "0." + "0" * -point + digits
    elif point >= len(digits):
        body = digits.ljust(point, "0")
    else:
        body = digits[:point] + "." + digits[point:]
    if left == point:
        return sign + body
    return f"{sign}{body}{'E' if context.capitals else 'e'}{left - point:+d}"


def _must_be_finite(value, what):
    if value._kind == "F":
        raise OverflowError(f"cannot convert Infinity to {what}")
    if value._kind:
        raise ValueError(f"cannot convert NaN to {what}")


def rounded_int(value, rounding):
    _must_be_finite(value, "integer")
    if value._exp >= 0:
        whole = value._digits * 10**value._exp if value._digits else 0
    else:
        whole = shorten(value._digits, -value._exp, rounding, value._sign)[0]
    return -whole if value._sign else whole


def order(a, b):
    """How two values compare that are not NaNs: below zero, zero or above."""
    if a._kind or b._kind:
        rank = lambda x: 0 if not x._kind else -1 if x._sign else 1
        return rank(a) - rank(b)
    x = -a._digits if a._sign else a._digits
    y = -b._digits if b._sign else b._digits
    if a._exp == b._exp or not x or not y or (x < 0) != (y < 0):
        return (x > y) - (x < y)
    gap = a.adjusted() - b.adjusted()
    if gap:
        return gap if x > 0 else -gap
    if a._exp > b._exp:
        x *= 10 ** (a._exp - b._exp)
    else:
        y *= 10 ** (b._exp - a._exp)
    return (x > y) - (x < y)


_LESS, _EQUAL, _GREATER = 1, 2, 4


def _compared(a, other, ordering, wanted):
    if isinstance(other, Decimal):
        b = other
    else:
        pair = _comparable(a, other, ordering)
        if pair is None:
            return NotImplemented
        a, b = pair
    if a._kind in ("n", "N") or b._kind in ("n", "N"):
        if ordering or a._kind == "N" or b._kind == "N":
            signal(getcontext(), INVALID)
        return False
    way = order(a, b)
    return wanted & (_LESS if way < 0 else _GREATER if way else _EQUAL) != 0


def _comparable(a, other, ordering):
    """A number and a value of another type as two numbers that compare alike, or None."""
    if isinstance(other, int):
        return a, _from_int(other)
    if isinstance(other, complex) and not ordering and other.imag == 0:
        other = other.real
    if isinstance(other, float):
        if ordering:
            signal(getcontext(), FLOAT)
        else:
            getcontext().flags._bits |= FLOAT
        return a, from_float(other)
    if isinstance(other, numbers.Rational):
        scaled = a if a._kind else make(a._sign, a._digits * int(other.denominator), a._exp)
        return scaled, _from_int(other.numerator)
    return None
