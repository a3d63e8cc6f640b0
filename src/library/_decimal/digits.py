"""Whole numbers as rows of digits: how many there are, rounding some away, powers and logarithms.

A number of any length can be read and shown: the interpreter's limit on that is for its own ints.
Functions with `places` answer in units of 10**-places, off by two units at most.
"""
from math import isqrt

# So many digits the interpreter always turns into text at once.
_AT_ONCE = 600
_SMALL = 10**_AT_ONCE


def count(n):
    """How many digits a number has."""
    if n < _SMALL:
        return len(str(n))
    low = (n.bit_length() - 1) * 30102999566398119521 // 10**20
    return low + (n >= 10**low) + (n >= 10 ** (low + 1))


def text(n):
    if n < _SMALL:
        return str(n)
    half = count(n) // 2
    high, low = divmod(n, 10**half)
    return text(high) + text(low).rjust(half, "0")


def number(digits):
    """What text() shows."""
    if len(digits) <= _AT_ONCE:
        return int(digits or "0")
    half = len(digits) // 2
    return number(digits[:-half]) * 10**half + number(digits[-half:])


# Whether to round away from zero: by sign, by what is kept, and by how what goes compares with half a unit.
_AWAY = {
    "ROUND_UP": lambda negative, kept, half: True,
    "ROUND_DOWN": lambda negative, kept, half: False,
    "ROUND_CEILING": lambda negative, kept, half: not negative,
    "ROUND_FLOOR": lambda negative, kept, half: bool(negative),
    "ROUND_HALF_UP": lambda negative, kept, half: half >= 0,
    "ROUND_HALF_DOWN": lambda negative, kept, half: half > 0,
    "ROUND_HALF_EVEN": lambda negative, kept, half: half > 0 or half == 0 and kept % 2 == 1,
    "ROUND_05UP": lambda negative, kept, half: kept % 5 == 0,
}


def shorten(n, drop, rounding, negative):
    """A number without its last digits, rounded, and whether that changed it."""
    if drop > _AT_ONCE and drop > count(n):
        if not n:
            return 0, False
        kept, half = 0, -1
    else:
        power = 10**drop
        kept, rest = divmod(n, power)
        if not rest:
            return kept, False
        rest *= 2
        half = (rest > power) - (rest < power)
    return kept + _AWAY[rounding](negative, kept, half), True


def strip(n, exp, highest):
    """Takes zeros off the end of a number that is not zero, while the exponent is below `highest`."""
    if n % 10 or exp >= highest:
        return n, exp
    shown = text(n)
    zeros = min(len(shown) - len(shown.rstrip("0")), highest - exp)
    return n // 10**zeros, exp + zeros


def power(n, exp, times, prec):
    """(n * 10**exp) ** times, and whether digits were lost: only `prec` of them are kept on the way."""
    result, at, inexact = 1, 0, False
    for bit in f"{times:b}":
        result, at = result * result, 2 * at
        if bit == "1":
            result, at = result * n, at + exp
        excess = count(result) - prec
        if excess > 0:
            result, lost = shorten(result, excess, "ROUND_HALF_EVEN", 0)
            inexact, at = inexact or lost, at + excess
    return result, at, inexact


def _scaled(n, exp, places):
    """n * 10**exp in units of 10**-places, cut off."""
    shift = exp + places
    if shift >= 0:
        return n * 10**shift
    return n // 10**-shift if n >= 0 else -(-n // 10**-shift)


_ln10 = [0, 0]


def ln10(places):
    """The logarithm of ten; the longest one asked for so far is kept."""
    if places > _ln10[0]:
        most = places + 20
        scale = 10 ** (most + 10)
        _ln10[:] = most, _ln_near(10 * scale, scale) // 10**10
    return _ln10[1] // 10 ** (_ln10[0] - places)


def _ln_near(value, scale):
    """The logarithm of a number that is not far from one, by a series in (x - 1) / (x + 1)."""
    roots = 0
    while abs(value - scale) * 8 > scale:
        value = isqrt(value * scale)
        roots += 1
    ratio = (value - scale) * scale // (value + scale)
    square = ratio * ratio // scale
    term = total = ratio
    n = 1
    while term not in (0, -1):
        n += 2
        term = term * square // scale
        total += term // n
    return total << roots + 1


def _guard(places):
    """How many more places make up for what cutting off loses."""
    return 12 + len(str(places))


def ln(n, exp, places):
    """The logarithm of n * 10**exp."""
    length = count(n)
    tens = exp + length - 1
    more = _guard(places) + len(str(abs(tens)))
    inner = places + more
    value = _ln_near(_scaled(n, 1 - length, inner), 10**inner) + tens * ln10(inner)
    return value // 10**more


def log10(n, exp, places):
    length = count(n)
    more = _guard(places) + len(str(abs(exp)))
    inner = places + more
    scale = 10**inner
    value = _ln_near(_scaled(n, 1 - length, inner), scale) * scale // ln10(inner) + (exp + length - 1) * scale
    return value // 10**more


def exp(n, exponent, places):
    """e ** (n * 10**exponent) as digits, so many of them after the first or so, and an exponent."""
    more = _guard(places) + max(0, exponent + count(abs(n)))
    inner = places + more
    tens, value = divmod(_scaled(n, exponent, inner), ln10(inner))
    scale = 10**inner
    value >>= 16
    term, total, i = scale, scale, 1
    while term:
        term = term * value // (scale * i)
        total += term
        i += 1
    for _ in range(16):
        total = total * total // scale
    return total // 10**more, tens - places
