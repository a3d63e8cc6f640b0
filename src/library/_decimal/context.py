"""Signals, and the contexts that say how exact arithmetic is and which signals become exceptions.

What an operation has to tell is a set of bits, noted once, when its result is known: one exception
then names every trapped signal of the operation.
"""
from _contextvars import ContextVar
from collections.abc import MutableMapping

__all__ = ["Context", "DefaultContext", "BasicContext", "ExtendedContext", "getcontext", "setcontext", "localcontext"]

MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -MAX_EMAX
MIN_ETINY = MIN_EMIN - (MAX_PREC - 1)
ROUNDINGS = ("ROUND_CEILING", "ROUND_FLOOR", "ROUND_UP", "ROUND_DOWN", "ROUND_HALF_UP", "ROUND_HALF_DOWN",
             "ROUND_HALF_EVEN", "ROUND_05UP")

# The conditions, as bits.
CLAMPED, CONVERSION, BY_ZERO, IMPOSSIBLE, UNDEFINED = 1, 2, 4, 8, 16
INEXACT, BAD_CONTEXT, INVALID, FLOAT = 64, 128, 256, 1024
OVERFLOW, ROUNDED, SUBNORMAL, UNDERFLOW = 2048, 4096, 8192, 16384


class DecimalException(ArithmeticError):
    __module__ = "decimal"


class Clamped(DecimalException):
    __module__ = "decimal"


class InvalidOperation(DecimalException):
    __module__ = "decimal"


class ConversionSyntax(InvalidOperation):
    __module__ = "decimal"


class DivisionImpossible(InvalidOperation):
    __module__ = "decimal"


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    __module__ = "decimal"


class InvalidContext(InvalidOperation):
    __module__ = "decimal"


class DivisionByZero(DecimalException, ZeroDivisionError):
    __module__ = "decimal"


class Inexact(DecimalException):
    __module__ = "decimal"


class Rounded(DecimalException):
    __module__ = "decimal"


class Subnormal(DecimalException):
    __module__ = "decimal"


class Overflow(Inexact, Rounded):
    __module__ = "decimal"


class Underflow(Inexact, Rounded, Subnormal):
    __module__ = "decimal"


class FloatOperation(DecimalException, TypeError):
    __module__ = "decimal"


# What is invalid may be so for several reasons, which count as one signal.
CONDITIONS = {InvalidOperation: INVALID, ConversionSyntax: CONVERSION, DivisionImpossible: IMPOSSIBLE,
              DivisionUndefined: UNDEFINED, InvalidContext: BAD_CONTEXT}
SIGNALS = {InvalidOperation: INVALID | CONVERSION | IMPOSSIBLE | UNDEFINED | BAD_CONTEXT, FloatOperation: FLOAT,
           DivisionByZero: BY_ZERO, Overflow: OVERFLOW, Underflow: UNDERFLOW, Subnormal: SUBNORMAL, Inexact: INEXACT,
           Rounded: ROUNDED, Clamped: CLAMPED}
# In the order in which contexts are shown, which is that of the bits.
_SHOWN = {CLAMPED: Clamped, CONVERSION: InvalidOperation, BY_ZERO: DivisionByZero,
          IMPOSSIBLE | UNDEFINED: InvalidOperation, INEXACT: Inexact, BAD_CONTEXT | INVALID: InvalidOperation,
          FLOAT: FloatOperation, OVERFLOW: Overflow, ROUNDED: Rounded, SUBNORMAL: Subnormal, UNDERFLOW: Underflow}
_BAD_SIGNAL = ("valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n"
               "   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]")
_BAD_ROUNDING = ("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
                 "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")


def signal(context, status):
    """Notes what an operation has to tell, and raises what is trapped of it."""
    context.flags._bits |= status
    trapped = status & context.traps._bits
    if trapped:
        named = [kind for kind, bits in CONDITIONS.items() if trapped & bits]
        kinds = [kind for kind, bits in SIGNALS.items() if trapped & bits]
        raise kinds[0](named + [kind for kind in kinds if kind is not InvalidOperation])


def bits_of(kind):
    """The bits of a signal."""
    try:
        return SIGNALS[kind]
    except (KeyError, TypeError):
        raise KeyError(_BAD_SIGNAL) from None


def bits_of_all(given):
    """The bits of the signals that a list names, or that are true in a mapping of all of them."""
    if isinstance(given, SignalDictMixin):
        return given._bits
    if isinstance(given, list):
        kinds = given
    elif not isinstance(given, dict):
        raise TypeError("argument must be a signal dict")
    elif len(given) != len(SIGNALS):
        raise KeyError("invalid signal dict")
    else:
        kinds = [kind for kind, on in given.items() if bits_of(kind) and on]
    bits = 0
    for kind in kinds:
        bits |= bits_of(kind)
    return bits


class SignalDictMixin:
    """Signals and whether they are on, kept as bits."""

    __module__ = "decimal"
    __slots__ = ("_bits",)

    def __init__(self):
        self._bits = 0

    def __getitem__(self, kind):
        return self._bits & bits_of(kind) != 0

    def __setitem__(self, kind, value):
        bits = bits_of(kind)
        self._bits = self._bits | bits if value else self._bits & ~bits

    def __delitem__(self, kind):
        raise ValueError("signal keys cannot be deleted")

    def __iter__(self):
        return iter(tuple(SIGNALS))

    def __len__(self):
        return len(SIGNALS)

    def __eq__(self, other):
        if isinstance(other, SignalDictMixin):
            return self._bits == other._bits
        if isinstance(other, dict):
            try:
                return self._bits == bits_of_all(other)
            except KeyError:
                return NotImplemented
        return NotImplemented

    __hash__ = None

    def __repr__(self):
        return "{" + ", ".join([f"{kind!r}:{self[kind]}" for kind in SIGNALS]) + "}"

    def copy(self):
        return {kind: self[kind] for kind in SIGNALS}

    def _on(self):
        return [kind for kind in SIGNALS if self[kind]]


class SignalDict(SignalDictMixin, MutableMapping):
    __module__ = "abc"


def _with_bits(bits):
    signals = SignalDict()
    signals._bits = bits
    return signals


def checked_rounding(value):
    if not isinstance(value, str) or value not in ROUNDINGS:
        raise TypeError(_BAD_ROUNDING)
    return value


def checked_size(value):
    if not isinstance(value, int):
        raise TypeError("an integer is required")
    if not -1 << 63 <= value < 1 << 63:
        raise OverflowError("Python int too large to convert to C ssize_t")
    return value


_RANGES = {"prec": (1, MAX_PREC, "valid range for prec is [1, MAX_PREC]"),
           "Emin": (MIN_EMIN, 0, "valid range for Emin is [MIN_EMIN, 0]"),
           "Emax": (0, MAX_EMAX, "valid range for Emax is [0, MAX_EMAX]"),
           "capitals": (0, 1, "valid values for capitals are 0 or 1"),
           "clamp": (0, 1, "valid values for clamp are 0 or 1")}
_SETTINGS = ("prec", "rounding", "Emin", "Emax", "capitals", "clamp")
# No power of ten larger than this is kept: what has more digits takes the slow way in any case.
_MOST_KEPT = 400
_put = object.__setattr__


class Context:
    """The context affects almost all operations: how many digits are kept, how the last one is
rounded, how large exponents may be, and which signals become exceptions."""

    __module__ = "decimal"
    # _limit and _highest are for a quick test: a number below the one, with an exponent from Emin
    # to the other, is what it is in this context.
    __slots__ = (*_SETTINGS, "flags", "traps", "_limit", "_highest")

    def __new__(cls, *args, **kwargs):
        self = object.__new__(cls)
        base = DefaultContext
        for name in _SETTINGS:
            _put(self, name, getattr(base, name))
        _put(self, "flags", _with_bits(0))
        _put(self, "traps", _with_bits(base.traps._bits))
        _settle(self)
        return self

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None):
        for name, value in zip(_SETTINGS, (prec, rounding, Emin, Emax, capitals, clamp)):
            if value is not None:
                self.__setattr__(name, value)
        if flags is not None:
            self.flags._bits = bits_of_all(flags)
        if traps is not None:
            self.traps._bits = bits_of_all(traps)

    def __setattr__(self, name, value, /):
        if name == "flags" or name == "traps":
            if isinstance(value, list):
                raise TypeError("argument must be a signal dict")
            getattr(self, name)._bits = bits_of_all(value)
            return
        if name == "rounding":
            checked_rounding(value)
        elif name in _RANGES:
            low, high, message = _RANGES[name]
            if not low <= checked_size(value) <= high:
                raise ValueError(message)
            value = int(value)
        else:
            raise AttributeError(f"'decimal.Context' object has no attribute '{name}'")
        _put(self, name, value)
        _settle(self)

    def __delattr__(self, name, /):
        raise AttributeError("context attributes cannot be deleted")

    def __repr__(self, /):
        names = lambda signals: ", ".join(
            dict.fromkeys([kind.__name__ for bits, kind in _SHOWN.items() if signals._bits & bits])
        )
        return (f"Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, "
                f"capitals={self.capitals}, clamp={self.clamp}, flags=[{names(self.flags)}], traps=[{names(self.traps)}])")

    def copy(self, /):
        other = object.__new__(Context)
        for name in (*_SETTINGS, "_limit", "_highest"):
            _put(other, name, getattr(self, name))
        _put(other, "flags", _with_bits(self.flags._bits))
        _put(other, "traps", _with_bits(self.traps._bits))
        return other

    __copy__ = copy

    def __reduce__(self, /):
        return type(self), (self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp, self.flags._on(),
                            self.traps._on())

    def __sizeof__(self, /):
        # sys.getsizeof() adds the 16 bytes of a header that contexts made in C do not have.
        return 80

    def clear_flags(self, /):
        self.flags._bits = 0

    def clear_traps(self, /):
        self.traps._bits = 0

    def Etiny(self, /):
        return self.Emin - self.prec + 1

    def Etop(self, /):
        return self.Emax - self.prec + 1


del Context.__slots__


def _settle(context):
    _put(context, "_limit", 10 ** min(context.prec, _MOST_KEPT))
    _put(context, "_highest", context.Emax - context.prec + 1)


def _made(prec, rounding, traps):
    """A context in which nothing has been set by hand."""
    context = object.__new__(Context)
    for name, value in zip(_SETTINGS, (prec, rounding, -999999, 999999, 1, 0)):
        _put(context, name, value)
    _put(context, "flags", _with_bits(0))
    _put(context, "traps", _with_bits(traps))
    _settle(context)
    return context


_ERRORS = SIGNALS[InvalidOperation] | BY_ZERO | OVERFLOW
DefaultContext = _made(28, "ROUND_HALF_EVEN", _ERRORS)
BasicContext = _made(9, "ROUND_HALF_UP", _ERRORS | CLAMPED | UNDERFLOW)
ExtendedContext = _made(9, "ROUND_HALF_EVEN", 0)

_current = ContextVar("decimal_context")


def _fresh(context):
    context = context.copy()
    context.flags._bits = 0
    return context


def getcontext():
    """Get the current default context."""
    context = _current.get(None)
    if context is None:
        context = _fresh(DefaultContext)
        _current.set(context)
    return context


def setcontext(context, /):
    """Set a new default context."""
    if not isinstance(context, Context):
        raise TypeError("argument must be a context")
    if context is DefaultContext or context is BasicContext or context is ExtendedContext:
        context = _fresh(context)
    _current.set(context)


def chosen(context):
    """The context that an optional argument names: the current one when it is None."""
    if context is None:
        return getcontext()
    if isinstance(context, Context):
        return context
    raise TypeError("optional argument must be a context")


class ContextManager:
    __module__ = "decimal"
    __slots__ = ("_local", "_outer")

    def __init__(self, local, outer):
        self._local, self._outer = local, outer

    def __enter__(self):
        setcontext(self._local)
        return self._local

    def __exit__(self, *details):
        setcontext(self._outer)
        return False


def localcontext(ctx=None, **kwargs):
    """Return a context manager that will set the default context to a copy of ctx
on entry to the with-statement and restore the previous default context when
exiting the with-statement. If no context is supplied, a copy of the current
default context is used."""
    outer = getcontext()
    local = chosen(ctx).copy()
    for name, value in kwargs.items():
        if name not in _SETTINGS and name != "flags" and name != "traps":
            raise TypeError(f"'{name}' is an invalid keyword argument for this function")
        if value is None:
            continue
        if isinstance(value, list) and name not in _SETTINGS:
            getattr(local, name)._bits = bits_of_all(value)
        else:
            setattr(local, name, value)
    return ContextManager(local, outer)


for _function in (getcontext, setcontext, localcontext):
    _function.__module__ = "decimal"
