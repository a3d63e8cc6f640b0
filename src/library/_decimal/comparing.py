"""How numbers compare, which is the greater one, and what kind of number one is."""
from .context import INVALID, signal
from .number import fitted, make, nan_of, order


def compare(a, b, context):
    """Whether a number is less, equal or greater: -1, 0 or 1, or NaN when it cannot be said."""
    if a._kind or b._kind:
        nan = nan_of(context, a, b)
        if nan is not None:
            return nan
    return _as_sign(order(a, b))


def compare_signal(a, b, context):
    """Like compare(), but every NaN signals."""
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
    """The place in an order in which all numbers have one: -0 before 0, 1.0 before 1, NaNs last."""
    return _as_sign(_total(a, b))


def compare_total_mag(a, b, context):
    """Like compare_total(), without the signs."""
    return _as_sign(_total(a, b, False))


def _choice(way, magnitudes, doc):
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

    choose.__doc__ = doc
    return choose


maximum = _choice(1, False, "The greater one of two numbers; a number rather than a quiet NaN.")
minimum = _choice(-1, False, "The smaller one of two numbers; a number rather than a quiet NaN.")
max_mag = _choice(1, True, "The number that is farther from zero.")
min_mag = _choice(-1, True, "The number that is nearer to zero.")


def same_quantum(a, b, context):
    """Whether two numbers have the same exponent, or are both infinite, or both no numbers."""
    if a._kind or b._kind:
        return a._kind.lower() == b._kind.lower()
    return a._exp == b._exp


def number_class(a, context):
    """What kind of number it is, as text."""
    if a._kind:
        return {"n": "NaN", "N": "sNaN", "F": "-Infinity" if a._sign else "+Infinity"}[a._kind]
    kind = "Zero" if not a._digits else "Subnormal" if a.adjusted() < context.Emin else "Normal"
    return ("-" if a._sign else "+") + kind


def is_normal(a, context):
    """Whether it is finite, not zero and not subnormal."""
    return not a._kind and a._digits != 0 and a.adjusted() >= context.Emin


def is_subnormal(a, context):
    """Whether it is finite, not zero and nearer to zero than Emin allows in full precision."""
    return not a._kind and a._digits != 0 and a.adjusted() < context.Emin
