"""Decimal arithmetic: numbers with as many digits as the context asks for, rounded as it says.

A number is a sign, an integer of digits and an exponent, or an infinity, or not a number. Every
operation works out the exact result, or enough of it, and lets the context fit it to its precision.
"""
import _contextvars
import math as _math
import numbers as _numbers
import sys as _sys
from collections import namedtuple as _namedtuple
import collections.abc as _abc

__all__ = [
    "Decimal", "Context", "DecimalTuple", "DefaultContext", "BasicContext", "ExtendedContext",
    "DecimalException", "Clamped", "InvalidOperation", "DivisionByZero", "Inexact", "Rounded", "Subnormal",
    "Overflow", "Underflow", "FloatOperation", "DivisionImpossible", "InvalidContext", "ConversionSyntax",
    "DivisionUndefined", "ROUND_DOWN", "ROUND_HALF_UP", "ROUND_HALF_EVEN", "ROUND_CEILING", "ROUND_FLOOR",
    "ROUND_UP", "ROUND_HALF_DOWN", "ROUND_05UP", "setcontext", "getcontext", "localcontext", "MAX_PREC",
    "MAX_EMAX", "MIN_EMIN", "MIN_ETINY", "HAVE_THREADS", "HAVE_CONTEXTVAR",
]
__version__ = "1.70"
__libmpdec_version__ = "2.5.1"

for _name in "DOWN HALF_UP HALF_EVEN CEILING FLOOR UP HALF_DOWN 05UP".split():
    globals()[f"ROUND_{_name}"] = f"ROUND_{_name}"
_ROUNDINGS = ("ROUND_UP", "ROUND_DOWN", "ROUND_CEILING", "ROUND_FLOOR", "ROUND_HALF_UP", "ROUND_HALF_DOWN",
              "ROUND_HALF_EVEN", "ROUND_05UP")
MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -MAX_EMAX
MIN_ETINY = MIN_EMIN - (MAX_PREC - 1)
HAVE_THREADS = HAVE_CONTEXTVAR = True

DecimalTuple = _namedtuple("DecimalTuple", "sign digits exponent", module="decimal")


# ---- signals ----


class DecimalException(ArithmeticError):
    pass


class Clamped(DecimalException):
    pass


class InvalidOperation(DecimalException):
    pass


class ConversionSyntax(InvalidOperation):
    pass


class DivisionImpossible(InvalidOperation):
    pass


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    pass


class InvalidContext(InvalidOperation):
    pass


class DivisionByZero(DecimalException, ZeroDivisionError):
    pass


class Inexact(DecimalException):
    pass


class Rounded(DecimalException):
    pass


class Subnormal(DecimalException):
    pass


class Overflow(Inexact, Rounded):
    pass


class Underflow(Inexact, Rounded, Subnormal):
    pass


class FloatOperation(DecimalException, TypeError):
    pass


_SIGNALS = (InvalidOperation, FloatOperation, DivisionByZero, Overflow, Subnormal, Underflow, Rounded, Inexact, Clamped)
_SHOWN = (Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded, Subnormal, Underflow)
_CONDITIONS = {kind: InvalidOperation for kind in (ConversionSyntax, DivisionImpossible, DivisionUndefined, InvalidContext)}
for _kind in (DecimalException, *_SIGNALS, *_CONDITIONS):
    _kind.__module__ = "decimal"


# ---- contexts ----


class Context:
    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None):
        base = globals().get("DefaultContext")
        pick = lambda value, name: getattr(base, name) if value is None else value
        self.prec = pick(prec, "prec")
        self.rounding = pick(rounding, "rounding")
        self.Emin, self.Emax = pick(Emin, "Emin"), pick(Emax, "Emax")
        self.capitals, self.clamp = pick(capitals, "capitals"), pick(clamp, "clamp")
        self.flags = self._signals(flags if flags is not None else ())
        self.traps = self._signals(traps if traps is not None else base.traps)

    @staticmethod
    def _signals(given):
        if isinstance(given, dict):
            return {signal: bool(given.get(signal, False)) for signal in _SIGNALS}
        return {signal: signal in given for signal in _SIGNALS}

    def __setattr__(self, name, value):
        if name in ("prec", "Emin", "Emax", "capitals", "clamp") and not isinstance(value, int):
            raise TypeError(f"{name} must be an integer")
        if name == "prec" and not 1 <= value <= MAX_PREC:
            raise ValueError("valid range for prec is [1, MAX_PREC]")
        if name == "rounding" and value not in _ROUNDINGS:
            raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
                            "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
        if name in ("capitals", "clamp") and value not in (0, 1):
            raise ValueError(f"valid values for {name} are 0 or 1")
        super().__setattr__(name, value)

    def __repr__(self):
        names = lambda table: ", ".join(signal.__name__ for signal in _SHOWN if table[signal])
        return (f"Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, "
                f"capitals={self.capitals}, clamp={self.clamp}, flags=[{names(self.flags)}], traps=[{names(self.traps)}])")

    def copy(self):
        return Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, self.flags, self.traps)

    __copy__ = copy

    def clear_flags(self):
        self.flags.update(dict.fromkeys(_SIGNALS, False))

    def clear_traps(self):
        self.traps.update(dict.fromkeys(_SIGNALS, False))

    def Etiny(self):
        return self.Emin - self.prec + 1

    def Etop(self):
        return self.Emax - self.prec + 1

    def signal(self, kind, answer=None):
        """Notes a signal, raises it when it is trapped, else gives the answer."""
        signal = _CONDITIONS.get(kind, kind)
        self.flags[signal] = True
        if self.traps[signal]:
            raise signal([kind])
        return answer

    def create_decimal(self, value="0"):
        return Decimal(value)._fit(self)

    def create_decimal_from_float(self, value):
        return Decimal.from_float(value)._fit(self)

    def __reduce__(self):
        on = lambda table: [signal for signal, flag in table.items() if flag]
        return Context, (self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, on(self.flags), on(self.traps))


DefaultContext = Context(28, "ROUND_HALF_EVEN", -999999, 999999, 1, 0, (), (InvalidOperation, DivisionByZero, Overflow))
BasicContext = Context(9, "ROUND_HALF_UP", traps=(DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow))
ExtendedContext = Context(9, "ROUND_HALF_EVEN", traps=())

_current = _contextvars.ContextVar("decimal_context")


def getcontext():
    try:
        return _current.get()
    except LookupError:
        context = DefaultContext.copy()
        _current.set(context)
        return context


def setcontext(context):
    if not isinstance(context, Context):
        raise TypeError("optional argument must be a context")
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = context.copy()
        context.clear_flags()
    _current.set(context)


class _ContextManager:
    def __init__(self, context):
        self.new = context

    def __enter__(self):
        self.saved = getcontext()
        setcontext(self.new)
        return self.new

    def __exit__(self, *details):
        setcontext(self.saved)


def localcontext(ctx=None, **kwargs):
    context = (getcontext() if ctx is None else ctx).copy()
    for name, value in kwargs.items():
        if name not in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"):
            raise TypeError(f"'{name}' is an invalid keyword argument for this function")
        setattr(context, name, value)
    return _ContextManager(context)


# ---- rounding ----


def _divide(numerator, denominator, rounding, negative):
    """The quotient rounded to an integer, and whether that changed it."""
    quotient, rest = divmod(numerator, denominator)
    if not rest:
        return quotient, False
    twice = 2 * rest
    up = {
        "ROUND_UP": True,
        "ROUND_DOWN": False,
        "ROUND_CEILING": not negative,
        "ROUND_FLOOR": negative,
        "ROUND_HALF_UP": twice >= denominator,
        "ROUND_HALF_DOWN": twice > denominator,
        "ROUND_HALF_EVEN": twice > denominator or twice == denominator and quotient % 2 == 1,
        "ROUND_05UP": quotient % 10 in (0, 5),
    }[rounding]
    return quotient + up, True


class Decimal:
    """A decimal number: Decimal("1.1"), Decimal(3), Decimal((0, (1, 2), -1)), Decimal(0.5)."""

    __slots__ = ("_sign", "_digits", "_exp", "_kind", "__weakref__")
    # _kind: "" a number, "F" an infinity, "n" and "N" not a number, the second one signals.

    def __new__(cls, value="0", context=None):
        if isinstance(value, str):
            return _from_text(cls, value, context)
        if isinstance(value, Decimal):
            return value if type(value) is cls else _make(value._sign, value._digits, value._exp, value._kind, cls)
        if isinstance(value, int):
            return _make(int(value < 0), abs(int(value)), 0, "", cls)
        if isinstance(value, float):
            context = context or getcontext()
            context.signal(FloatOperation)
            return cls.from_float(value)
        if isinstance(value, (tuple, list)):
            return _from_tuple(cls, value)
        raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")

    @classmethod
    def from_float(cls, value):
        if isinstance(value, int):
            return cls(value)
        if not isinstance(value, float):
            raise TypeError("argument must be int or float")
        if _math.isinf(value) or _math.isnan(value):
            return cls(repr(value))
        numerator, denominator = abs(value).as_integer_ratio()
        power = denominator.bit_length() - 1
        return _make(int(_math.copysign(1, value) < 0), numerator * 5**power, -power, "", cls)

    # ---- showing ----

    def __str__(self, eng=False, context=None):
        sign = "-" * self._sign
        if self._kind:
            payload = str(self._digits) if self._digits else ""
            return sign + {"F": "Infinity", "n": "NaN" + payload, "N": "sNaN" + payload}[self._kind]
        digits = str(self._digits)
        left = self._exp + len(digits)
        if self._exp <= 0 and left > -6:
            point = left
        elif not eng:
            point = 1
        elif not self._digits:
            point = (left + 1) % 3 - 1
        else:
            point = (left - 1) % 3 + 1
        if point <= 0:
            text = "0." + "0" * -point + digits
        elif point >= len(digits):
            text = digits + "0" * (point - len(digits))
        else:
            text = digits[:point] + "." + digits[point:]
        power = left - point
        capital = "E" if (context or getcontext()).capitals else "e"
        return sign + text + (f"{capital}{power:+d}" if power else "")

    def __repr__(self):
        return f"Decimal('{self}')"

    def to_eng_string(self, context=None):
        return self.__str__(eng=True, context=context)

    def __format__(self, spec, context=None):
        return _format(self, spec, context or getcontext())

    def as_tuple(self):
        digits = () if self._kind == "F" and not self._digits else tuple(map(int, str(self._digits)))
        if self._kind == "F":
            digits = (0,)
        if self._kind in ("n", "N") and not self._digits:
            digits = ()
        return DecimalTuple(self._sign, digits, self._kind or self._exp)

    def as_integer_ratio(self):
        self._whole("integer ratio")
        if self._exp >= 0:
            return (-self._digits if self._sign else self._digits) * 10**self._exp, 1
        scale = 10**-self._exp
        common = _math.gcd(self._digits, scale)
        return (-self._digits if self._sign else self._digits) // common, scale // common

    def _whole(self, what):
        if self._kind == "F":
            raise OverflowError(f"cannot convert Infinity to {what}")
        if self._kind:
            raise ValueError(f"cannot convert NaN to {what}")

    # ---- fitting to a context ----

    def _fit(self, context):
        if self._kind:
            return self
        sign, digits, exp = self._sign, self._digits, self._exp
        if not digits:
            low, high = context.Etiny(), context.Etop() if context.clamp else context.Emax
            bounded = min(max(exp, low), high)
            if bounded != exp:
                context.signal(Clamped)
            return self if bounded == exp else _make(sign, 0, bounded)
        adjusted = exp + len(str(digits)) - 1
        lowest = max(adjusted - context.prec + 1, context.Etiny())
        inexact = rounded = False
        subnormal = adjusted < context.Emin
        if exp < lowest:
            rounded = True
            digits, inexact = _divide(digits, 10 ** (lowest - exp), context.rounding, sign)
            exp = lowest
            if len(str(digits)) > context.prec:
                digits, exp = digits // 10, exp + 1
        if digits and exp + len(str(digits)) - 1 > context.Emax:
            context.signal(Rounded)
            context.signal(Inexact)
            return context.signal(Overflow, _overflowed(sign, context))
        for kind, holds in ((Underflow, subnormal and inexact), (Subnormal, subnormal), (Inexact, inexact), (Rounded, rounded)):
            if holds:
                context.signal(kind)
        if not digits and subnormal:
            context.signal(Clamped)
        if context.clamp and exp > context.Etop():
            digits, exp = digits * 10 ** (exp - context.Etop()), context.Etop()
            context.signal(Clamped)
        return _make(sign, digits, exp)

    def _nan(self, other, context):
        """What an operation with a number that is none answers; None when both are numbers."""
        for value in (self, other):
            if value is not None and value._kind == "N":
                quiet = _make(value._sign, value._digits, 0, "n")
                return context.signal(InvalidOperation, quiet)
        for value in (self, other):
            if value is not None and value._kind == "n":
                return value
        return None

    # ---- arithmetic ----

    def __neg__(self, context=None):
        context = context or getcontext()
        nan = self._nan(None, context)
        if nan is not None:
            return nan
        sign = 1 - self._sign if self._kind or self._digits or context.rounding == "ROUND_FLOOR" else 0
        return _make(sign, self._digits, self._exp, self._kind)._fit(context)

    def __pos__(self, context=None):
        context = context or getcontext()
        nan = self._nan(None, context)
        if nan is not None:
            return nan
        sign = self._sign if self._kind or self._digits or context.rounding == "ROUND_FLOOR" else 0
        return _make(sign, self._digits, self._exp, self._kind)._fit(context)

    def __abs__(self, context=None):
        return self.__neg__(context) if self._sign else self.__pos__(context)

    def __add__(self, other, context=None):
        other = _operand(other)
        if other is NotImplemented:
            return other
        context = context or getcontext()
        nan = self._nan(other, context)
        if nan is not None:
            return nan
        if self._kind:
            if other._kind and self._sign != other._sign:
                return context.signal(InvalidOperation, _NAN)
            return self
        if other._kind:
            return other
        exp = min(self._exp, other._exp)
        total = _signed(self) * 10 ** (self._exp - exp) + _signed(other) * 10 ** (other._exp - exp)
        if total:
            sign = int(total < 0)
        else:
            sign = self._sign if self._sign == other._sign else int(context.rounding == "ROUND_FLOOR")
        return _make(sign, abs(total), exp)._fit(context)

    __radd__ = __add__

    def __sub__(self, other, context=None):
        other = _operand(other)
        if other is NotImplemented:
            return other
        if other._kind in ("n", "N"):
            return self.__add__(other, context)
        return self.__add__(_make(1 - other._sign, other._digits, other._exp, other._kind), context)

    def __rsub__(self, other, context=None):
        other = _operand(other)
        return other if other is NotImplemented else other.__sub__(self, context)

    def __mul__(self, other, context=None):
        other = _operand(other)
        if other is NotImplemented:
            return other
        context = context or getcontext()
        nan = self._nan(other, context)
        if nan is not None:
            return nan
        sign = self._sign ^ other._sign
        if self._kind or other._kind:
            if not (self and other):
                return context.signal(InvalidOperation, _NAN)
            return _make(sign, 0, 0, "F")
        return _make(sign, self._digits * other._digits, self._exp + other._exp)._fit(context)

    __rmul__ = __mul__

    def __truediv__(self, other, context=None):
        other = _operand(other)
        if other is NotImplemented:
            return other
        context = context or getcontext()
        nan = self._nan(other, context)
        if nan is not None:
            return nan
        sign = self._sign ^ other._sign
        if self._kind:
            return context.signal(InvalidOperation, _NAN) if other._kind else _make(sign, 0, 0, "F")
        if other._kind:
            context.signal(Clamped)
            return _make(sign, 0, context.Etiny())
        if not other._digits:
            if not self._digits:
                return context.signal(DivisionUndefined, _NAN)
            return context.signal(DivisionByZero, _make(sign, 0, 0, "F"))
        ideal = self._exp - other._exp
        if not self._digits:
            return _make(sign, 0, ideal)._fit(context)
        shift = max(0, len(str(other._digits)) - len(str(self._digits)) + context.prec + 1)
        digits, rest = divmod(self._digits * 10**shift, other._digits)
        exp = ideal - shift
        if rest:
            # A digit that shows that there is more keeps the rounding right.
            digits, exp = digits * 10 + 1, exp - 1
        else:
            while exp < ideal and digits % 10 == 0:
                digits, exp = digits // 10, exp + 1
        return _make(sign, digits, exp)._fit(context)

    def __rtruediv__(self, other, context=None):
        other = _operand(other)
        return other if other is NotImplemented else other.__truediv__(self, context)

    def _divmod(self, other, context):
        """The whole part of a quotient, and what remains."""
        sign = self._sign ^ other._sign
        exp = min(self._exp, other._exp)
        if other._kind:
            return _make(sign, 0, 0), self._fit(context)
        quotient, rest = divmod(self._digits * 10 ** (self._exp - exp), other._digits * 10 ** (other._exp - exp))
        if quotient >= 10**context.prec:
            nan = context.signal(DivisionImpossible, _NAN)
            return nan, nan
        return _make(sign, quotient, 0), _make(self._sign, rest, exp)._fit(context)

    def _divisible(self, other, context, whole):
        nan = self._nan(other, context)
        if nan is not None:
            return nan
        if self._kind:
            if whole and not other._kind:
                return _make(self._sign ^ other._sign, 0, 0, "F")
            return context.signal(InvalidOperation, _NAN)
        if not other:
            if whole and self:
                return context.signal(DivisionByZero, _make(self._sign ^ other._sign, 0, 0, "F"))
            return context.signal(DivisionUndefined if not self else InvalidOperation, _NAN)
        return None

    def __floordiv__(self, other, context=None):
        other = _operand(other)
        if other is NotImplemented:
            return other
        context = context or getcontext()
        special = self._divisible(other, context, True)
        return self._divmod(other, context)[0] if special is None else special

    def __rfloordiv__(self, other, context=None):
        other = _operand(other)
        return other if other is NotImplemented else other.__floordiv__(self, context)

    def __mod__(self, other, context=None):
        other = _operand(other)
        if other is NotImplemented:
            return other
        context = context or getcontext()
        special = self._divisible(other, context, False)
        return self._divmod(other, context)[1] if special is None else special

    def __rmod__(self, other, context=None):
        other = _operand(other)
        return other if other is NotImplemented else other.__mod__(self, context)

    def __divmod__(self, other, context=None):
        other = _operand(other)
        if other is NotImplemented:
            return other
        return self.__floordiv__(other, context), self.__mod__(other, context)

    def __rdivmod__(self, other, context=None):
        other = _operand(other)
        return other if other is NotImplemented else other.__divmod__(self, context)

    def __pow__(self, other, modulo=None, context=None):
        other = _operand(other)
        if other is NotImplemented:
            return other
        context = context or getcontext()
        if modulo is not None:
            return Decimal(pow(int(self), int(other), int(modulo)))._fit(context)
        return _power(self, other, context)

    def __rpow__(self, other, modulo=None, context=None):
        other = _operand(other)
        return other if other is NotImplemented else other.__pow__(self, modulo, context)

    def sqrt(self, context=None):
        context = context or getcontext()
        nan = self._nan(None, context)
        if nan is not None:
            return nan
        if self._kind and not self._sign:
            return self
        if not self._digits and not self._kind:
            return _make(self._sign, 0, self._exp // 2)._fit(context)
        if self._sign:
            return context.signal(InvalidOperation, _NAN)
        ideal = self._exp // 2
        digits, exp = self._digits * (10 if self._exp & 1 else 1), self._exp - (self._exp & 1)
        shift = max(0, context.prec + 2 - len(str(digits)) // 2)
        root = _math.isqrt(digits * 100**shift)
        exact = root * root == digits * 100**shift
        exp = exp // 2 - shift
        if exact:
            while exp < ideal and root % 10 == 0:
                root, exp = root // 10, exp + 1
        else:
            root, exp = root * 10 + 1, exp - 1
        saved, context.rounding = context.rounding, "ROUND_HALF_EVEN"
        try:
            answer = _make(0, root, exp)._fit(context)
        finally:
            context.rounding = saved
        return answer

    def exp(self, context=None):
        return _transcendental(self, context, _exp_digits)

    def ln(self, context=None):
        return _logarithm(self, context, lambda x, prec: _ln_digits(x, prec))

    def log10(self, context=None):
        if not self._kind and not self._sign and self._digits and str(self._digits).strip("0") == "1":
            return Decimal(self.adjusted())._fit(context or getcontext())
        return _logarithm(self, context, lambda x, prec: _ln_digits(x, prec + 3) * 10**(prec + 3) // _ln_digits(Decimal(10), prec + 3) // 1000)

    def fma(self, other, third, context=None):
        exact = Context(MAX_PREC, Emin=MIN_EMIN, Emax=MAX_EMAX, traps=())
        return self.__mul__(_operand(other), exact).__add__(third, context)

    # ---- comparing ----

    def _order(self, other):
        """Negative, zero or positive."""
        if self._kind or other._kind:
            rank = lambda x: (0 if not x._kind else -1 if x._sign else 1)
            return rank(self) - rank(other)
        exp = min(self._exp, other._exp)
        return _signed(self) * 10 ** (self._exp - exp) - _signed(other) * 10 ** (other._exp - exp)

    def _compared(self, other, test, ordering):
        other = _comparable(other)
        if other is NotImplemented:
            return other
        if self._kind in ("n", "N") or other._kind in ("n", "N"):
            if ordering or "N" in (self._kind, other._kind):
                getcontext().signal(InvalidOperation)
            return False
        return test(self._order(other))

    def __eq__(self, other):
        return self._compared(other, lambda order: order == 0, False)

    def __lt__(self, other):
        return self._compared(other, lambda order: order < 0, True)

    def __le__(self, other):
        return self._compared(other, lambda order: order <= 0, True)

    def __gt__(self, other):
        return self._compared(other, lambda order: order > 0, True)

    def __ge__(self, other):
        return self._compared(other, lambda order: order >= 0, True)

    def __hash__(self):
        if self._kind == "N":
            raise TypeError("Cannot hash a signaling NaN value")
        if self._kind == "n":
            return object.__hash__(self)
        if self._kind:
            return -314159 if self._sign else 314159
        modulus = _sys.hash_info.modulus
        power = pow(10, self._exp, modulus) if self._exp >= 0 else pow(pow(10, -1, modulus), -self._exp, modulus)
        answer = self._digits * power % modulus
        answer = -answer if self._sign else answer
        return -2 if answer == -1 else answer

    def __bool__(self):
        return bool(self._kind or self._digits)

    def compare(self, other, context=None):
        other = _operand(other, True)
        nan = self._nan(other, context or getcontext())
        if nan is not None:
            return nan
        order = self._order(other)
        return Decimal((order > 0) - (order < 0))

    def max(self, other, context=None):
        return self._chosen(other, context, 1)

    def min(self, other, context=None):
        return self._chosen(other, context, -1)

    def _chosen(self, other, context, way):
        other, context = _operand(other, True), context or getcontext()
        if "N" not in (self._kind, other._kind) and (self._kind == "n") != (other._kind == "n"):
            return (other if self._kind else self)._fit(context)
        nan = self._nan(other, context)
        if nan is not None:
            return nan
        return (self if self._order(other) * way >= 0 else other)._fit(context)

    # ---- rounding ----

    def quantize(self, exp, rounding=None, context=None):
        other, context = _operand(exp, True), context or getcontext()
        nan = self._nan(other, context)
        if nan is not None:
            return nan
        if self._kind or other._kind:
            return self if self._kind and other._kind else context.signal(InvalidOperation, _NAN)
        answer, inexact = self._at(other._exp, rounding or context.rounding)
        if len(str(answer._digits)) > context.prec or not context.Etiny() <= other._exp <= context.Emax:
            return context.signal(InvalidOperation, _NAN)
        if other._exp > self._exp:
            context.signal(Rounded)
        if inexact:
            context.signal(Inexact)
        return answer

    def _at(self, exp, rounding):
        """The number with another exponent, and whether that changed it."""
        if exp <= self._exp:
            return _make(self._sign, self._digits * 10 ** (self._exp - exp), exp), False
        digits, inexact = _divide(self._digits, 10 ** (exp - self._exp), rounding, self._sign)
        return _make(self._sign, digits, exp), inexact

    def to_integral_value(self, rounding=None, context=None):
        if self._kind or self._exp >= 0:
            return self
        return self._at(0, rounding or (context or getcontext()).rounding)[0]

    to_integral = to_integral_value

    def to_integral_exact(self, rounding=None, context=None):
        context = context or getcontext()
        if self._kind or self._exp >= 0:
            return self
        answer, inexact = self._at(0, rounding or context.rounding)
        context.signal(Rounded)
        if inexact:
            context.signal(Inexact)
        return answer

    def normalize(self, context=None):
        fitted = self.__pos__(context)
        if fitted._kind:
            return fitted
        digits, exp = fitted._digits, fitted._exp
        if not digits:
            return _make(self._sign, 0, 0)
        while digits % 10 == 0:
            digits, exp = digits // 10, exp + 1
        return _make(fitted._sign, digits, exp)

    def __round__(self, n=None):
        if n is not None:
            return self.quantize(_make(0, 1, -n))
        self._whole("integer")
        return int(self._at(max(0, self._exp), "ROUND_HALF_EVEN")[0])

    def __int__(self):
        self._whole("integer")
        value = self._digits * 10**self._exp if self._exp >= 0 else self._digits // 10**-self._exp
        return -value if self._sign else value

    __trunc__ = __int__

    def __floor__(self):
        self._whole("integer")
        return int(self._at(max(0, self._exp), "ROUND_FLOOR")[0])

    def __ceil__(self):
        self._whole("integer")
        return int(self._at(max(0, self._exp), "ROUND_CEILING")[0])

    def __float__(self):
        if self._kind == "N":
            raise ValueError("cannot convert signaling NaN to float")
        return float(str(self))

    def __complex__(self):
        return complex(float(self))

    # ---- looking into ----

    real = property(lambda self: self)
    imag = property(lambda self: Decimal(0))

    def conjugate(self):
        return self

    def adjusted(self):
        return 0 if self._kind else self._exp + len(str(self._digits)) - 1

    def copy_abs(self):
        return _make(0, self._digits, self._exp, self._kind)

    def copy_negate(self):
        return _make(1 - self._sign, self._digits, self._exp, self._kind)

    def copy_sign(self, other, context=None):
        return _make(_operand(other, True)._sign, self._digits, self._exp, self._kind)

    def is_nan(self):
        return self._kind in ("n", "N")

    def is_qnan(self):
        return self._kind == "n"

    def is_snan(self):
        return self._kind == "N"

    def is_infinite(self):
        return self._kind == "F"

    def is_finite(self):
        return not self._kind

    def is_signed(self):
        return self._sign == 1

    def is_zero(self):
        return not self._kind and not self._digits

    def is_normal(self, context=None):
        return not self._kind and bool(self._digits) and self.adjusted() >= (context or getcontext()).Emin

    def is_subnormal(self, context=None):
        return not self._kind and bool(self._digits) and self.adjusted() < (context or getcontext()).Emin

    def is_canonical(self):
        return True

    def canonical(self):
        return self

    def same_quantum(self, other, context=None):
        other = _operand(other, True)
        if self._kind or other._kind:
            return self._kind.lower() == other._kind.lower()
        return self._exp == other._exp

    def scaleb(self, other, context=None):
        return _make(self._sign, self._digits, self._exp + int(other), self._kind)._fit(context or getcontext())

    def radix(self):
        return Decimal(10)

    def __reduce__(self):
        return type(self), (str(self),)

    def __copy__(self):
        return self if type(self) is Decimal else type(self)(self)

    def __deepcopy__(self, memo):
        return self.__copy__()


Decimal.__module__ = Context.__module__ = "decimal"
_numbers.Number.register(Decimal)


def _make(sign, digits, exp, kind="", cls=Decimal):
    self = object.__new__(cls)
    self._sign, self._digits, self._exp, self._kind = sign, digits, exp, kind
    return self


_NAN = _make(0, 0, 0, "n")


def _signed(value):
    return -value._digits if value._sign else value._digits


def _from_text(cls, text, context):
    text = text.strip().replace("_", "").lower()
    negative = int(text[:1] == "-")
    body = text[1:] if text[:1] in ("-", "+") else text
    if body in ("inf", "infinity"):
        return _make(negative, 0, 0, "F", cls)
    signaling = int(body[:1] == "s")
    payload = body[signaling + 3:]
    if body[signaling:signaling + 3] == "nan" and (not payload or payload.isdecimal()):
        return _make(negative, int(payload or 0), 0, "N" if signaling else "n", cls)
    number, e, exponent = body.partition("e")
    whole, _, fraction = number.partition(".")
    power = exponent[1:] if exponent[:1] in ("-", "+") else exponent
    if not (whole + fraction).isdecimal() or e and not power.isdecimal():
        return (context or getcontext()).signal(ConversionSyntax, _NAN)
    return _make(negative, int(whole + fraction), int(exponent or 0) - len(fraction), "", cls)


def _from_tuple(cls, parts):
    if len(parts) != 3:
        raise ValueError("argument must be a sequence of length 3")
    sign, digits, exp = parts
    if sign not in (0, 1):
        raise ValueError("sign must be an integer with the value 0 or 1")
    if exp == "F":
        return _make(sign, 0, 0, "F", cls)
    if not all(isinstance(digit, int) and 0 <= digit <= 9 for digit in digits):
        raise ValueError("coefficient must be a tuple of digits")
    number = int("".join(map(str, digits)) or "0")
    if exp in ("n", "N"):
        return _make(sign, number, 0, exp, cls)
    if not isinstance(exp, int):
        raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
    return _make(sign, number, exp, "", cls)


def _operand(value, must=False):
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return Decimal(value)
    if must:
        raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")
    return NotImplemented


def _comparable(value):
    if isinstance(value, float):
        getcontext().signal(FloatOperation) if getcontext().traps[FloatOperation] else None
        getcontext().flags[FloatOperation] = True
        return Decimal.from_float(value)
    if isinstance(value, _numbers.Rational) and not isinstance(value, int):
        return Decimal(value.numerator) / value.denominator if value.denominator else NotImplemented
    return _operand(value)


def _overflowed(sign, context):
    towards = {"ROUND_CEILING": bool(sign), "ROUND_FLOOR": not sign, "ROUND_DOWN": True, "ROUND_05UP": True}
    if towards.get(context.rounding, False):
        return _make(sign, 10**context.prec - 1, context.Etop())
    return _make(sign, 0, 0, "F")


# ---- powers and logarithms, in whole numbers of 10**-prec ----


def _exp_digits(x, prec):
    """exp(x) times 10**prec."""
    extra = prec + 10 + max(0, x.adjusted())
    scale = 10**extra
    value = _signed(x) * scale * 10**x._exp if x._exp >= 0 else _signed(x) * scale // 10**-x._exp
    halvings = max(0, (abs(value) // scale).bit_length() + 8)
    value >>= halvings
    term = total = scale
    n = 1
    while term:
        term = term * value // (scale * n)
        total += term
        n += 1
        if -1 <= term <= 1:
            break
    for _ in range(halvings):
        total = total * total // scale
    return total // 10 ** (extra - prec)


def _ln_digits(x, prec):
    """ln(x) times 10**prec."""
    extra = prec + 10
    scale = 10**extra
    power = x.adjusted()
    value = x._digits * scale // 10 ** (len(str(x._digits)) - 1)
    return (_ln_near(value, scale) + power * _ln_near(10 * scale, scale)) // 10 ** (extra - prec)


def _ln_near(value, scale):
    halvings = 0
    while abs(value - scale) * 8 > scale:
        value = _math.isqrt(value * scale)
        halvings += 1
    ratio = (value - scale) * scale // (value + scale)
    square = ratio * ratio // scale
    term, total, n = ratio, 0, 1
    while term:
        total += term // n
        term = term * square // scale
        n += 2
        if term == -1:
            break
    return 2 * total << halvings


def _transcendental(x, context, digits):
    context = context or getcontext()
    nan = x._nan(None, context)
    if nan is not None:
        return nan
    if x._kind:
        return Decimal(0) if x._sign else x
    if not x:
        return Decimal(1)
    prec = context.prec + 5 + max(0, -x.adjusted())
    if x._sign:
        prec += int(-x * 10 // 23) + 1
    return _make(0, digits(x, prec) * 10 + 1, -prec - 1)._fit(context)


def _logarithm(x, context, digits):
    context = context or getcontext()
    nan = x._nan(None, context)
    if nan is not None:
        return nan
    if not x:
        return _make(1, 0, 0, "F")
    if x._sign:
        return context.signal(InvalidOperation, _NAN)
    if x._kind:
        return x
    if x == 1:
        return Decimal(0)
    prec = context.prec + 8 + max(0, -(x - 1).adjusted())
    value = digits(x, prec)
    return _make(int(value < 0), abs(value) * 10 + 1, -prec - 1)._fit(context)


def _power(base, exponent, context):
    nan = base._nan(exponent, context)
    if nan is not None:
        return nan
    if not exponent:
        return context.signal(InvalidOperation, _NAN) if not base else Decimal(1)
    whole = not exponent._kind and exponent == exponent.to_integral_value()
    sign = int(base._sign and whole and int(exponent) % 2 == 1)
    if base._sign and not whole and base:
        return context.signal(InvalidOperation, _NAN)
    if not base or base._kind or exponent._kind:
        grows = (base.copy_abs() > 1) != bool(exponent._sign)
        if base == 1:
            return Decimal(1)
        return _make(sign, 0, 0, "F") if grows else _make(sign, 0, 0)
    if whole and abs(int(exponent)) * len(str(base._digits)) < 20000:
        n = abs(int(exponent))
        digits, exp = base._digits**n, base._exp * n
        if not exponent._sign:
            return _make(sign, digits, exp)._fit(context)
        return Decimal(1).__truediv__(_make(sign, digits, exp), context)
    with localcontext(context) as inner:
        inner.prec = context.prec + 10 + abs(exponent.adjusted())
        inner.clear_traps()
        answer = (base.copy_abs().ln(inner).__mul__(exponent, inner)).exp(inner)
    return _make(sign, answer._digits, answer._exp, answer._kind)._fit(context)


# ---- format() ----

# The parts after the fill, in order, and what each may begin with.
_SPEC = (("align", "<>=^"), ("sign", "-+ "), ("z", "z"), ("zero", "0"), ("width", ""), ("comma", ","), ("prec", "."),
         ("type", "eEfFgGn%"))


def _spec_parts(spec):
    """The parts of a format specification by name, None for what it leaves out."""
    part = {"fill": None}
    at = 0
    if len(spec) > 1 and spec[1] in "<>=^":
        part["fill"] = spec[0]
        at = 1
    for name, choices in _SPEC:
        start = at
        if at < len(spec) and spec[at] in choices:
            at += 1
        if name == "width" or name == "prec" and at > start:
            start = at
            while spec[at:at + 1].isdecimal():
                at += 1
            if name == "prec" and at == start:
                raise ValueError("invalid format string")
        part[name] = spec[start:at] or None
    if at < len(spec) or part["zero"] and part["align"] or (part["width"] or "").startswith("0"):
        raise ValueError("invalid format string")
    return part


def _format(value, spec, context):
    part = _spec_parts(spec)
    kind, prec = part["type"], None if part["prec"] is None else int(part["prec"])
    positive = "" if part["sign"] in (None, "-") else part["sign"]
    body = str(value.copy_abs()) if value._kind else _formatted(value, kind, prec, context)
    # With z what has been rounded to zero is not negative.
    vanished = part["z"] and not value._kind and not body.lower().partition("e")[0].strip("0.")
    sign = "-" if value._sign and not vanished else positive
    suffix = "%" if kind == "%" else ""
    fill, align = part["fill"] or " ", part["align"] or ">"
    width = int(part["width"] or 0)
    zero = part["zero"] and not value._kind
    if part["comma"] and not value._kind:
        body = _grouped(body, part["comma"], width - len(sign) - len(suffix) if zero else 0)
    body += suffix
    if zero:
        return sign + body.rjust(width - len(sign), "0")
    pad = fill * (width - len(sign) - len(body))
    if align == "<":
        return sign + body + pad
    if align == "^":
        half = len(pad) // 2
        return pad[:half] + sign + body + pad[half:]
    return sign + pad + body if align == "=" else pad + sign + body


def _formatted(value, kind, prec, context):
    value = value.copy_abs()
    if kind == "%":
        value = _make(0, value._digits, value._exp + 2)
    if kind in ("f", "F", "%"):
        if prec is not None:
            value = value._at(-prec, context.rounding)[0]
        elif value._exp > 0:
            value = value._at(0, context.rounding)[0]
        digits = str(value._digits).rjust(1 - value._exp, "0")
        return digits if value._exp >= 0 else f"{digits[:value._exp]}.{digits[value._exp:]}"
    if kind in ("e", "E"):
        places = len(str(value._digits)) - 1 if prec is None else prec
        if value:
            value = value._at(value.adjusted() - places, context.rounding)[0]
        digits = str(value._digits).ljust(places + 1, "0")
        power = value._exp + len(str(value._digits)) - 1 if value else value._exp + places
        if len(digits) > places + 1:
            digits = digits[:-1]
        return digits[0] + ("." + digits[1 : places + 1] if places else "") + f"{kind}{power:+d}"
    if prec is not None and value and len(str(value._digits)) > max(1, prec):
        value = value._at(value.adjusted() - max(1, prec) + 1, context.rounding)[0]
    text = str(value)
    return text.replace("E", "e") if kind == "g" else text


def _grouped(body, comma, width):
    whole, point, rest = body.partition(".")
    if width > len(body):
        whole = whole.rjust(width - len(point) - len(rest), "0")
        while len(whole) + (len(whole) - 1) // 3 > width - len(point) - len(rest) and whole.startswith("0") and len(whole) > 1:
            whole = whole[1:]
    head = len(whole) % 3 or 3
    parts = [whole[:head]] + [whole[i : i + 3] for i in range(head, len(whole), 3)]
    return comma.join(parts) + point + rest


def _context_method(name):
    def method(self, a, *rest):
        return getattr(_operand(a, True), name)(*rest, context=self)

    method.__name__ = name.strip("_")
    return method


for _name, _method in {
    "add": "__add__", "subtract": "__sub__", "multiply": "__mul__", "divide": "__truediv__", "divide_int": "__floordiv__",
    "remainder": "__mod__", "divmod": "__divmod__", "power": "__pow__", "minus": "__neg__", "plus": "__pos__",
    "abs": "__abs__", "sqrt": "sqrt", "exp": "exp", "ln": "ln", "log10": "log10", "fma": "fma", "compare": "compare",
    "max": "max", "min": "min", "quantize": "quantize", "normalize": "normalize", "scaleb": "scaleb",
    "to_integral_exact": "to_integral_exact", "to_integral_value": "to_integral_value", "to_eng_string": "to_eng_string",
}.items():
    setattr(Context, _name, _context_method(_method))
Context.to_sci_string = lambda self, a: _operand(a, True).__str__(context=self)
