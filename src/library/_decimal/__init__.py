"""Decimal arithmetic: numbers with as many digits as the context asks for, rounded as it says.

Most operations have two faces: a method of numbers, where the context is optional, and a method of
contexts, where all operands are arguments. Here both are made of the one function of each operation.
"""
from . import arithmetic, comparing, functions, places
from .context import (
    BasicContext, Clamped, Context, ConversionSyntax, DecimalException, DefaultContext, DivisionByZero, DivisionImpossible,
    DivisionUndefined, ExtendedContext, FloatOperation, Inexact, InvalidContext, InvalidOperation, MAX_EMAX, MAX_PREC,
    MIN_EMIN, MIN_ETINY, Overflow, ROUNDINGS, Rounded, Subnormal, Underflow, checked_size, chosen, getcontext, localcontext,
    setcontext,
)
from .format import formatted
from .number import Decimal, DecimalTuple, converted, created, fitted, from_float, make, operand, rounded_int, shown

__all__ = [
    "Decimal", "Context", "DecimalTuple", "DefaultContext", "BasicContext", "ExtendedContext", "DecimalException", "Clamped",
    "InvalidOperation", "DivisionByZero", "Inexact", "Rounded", "Subnormal", "Overflow", "Underflow", "FloatOperation",
    "DivisionImpossible", "InvalidContext", "ConversionSyntax", "DivisionUndefined", *sorted(ROUNDINGS), "getcontext",
    "setcontext", "localcontext", "MAX_PREC", "MAX_EMAX", "MIN_EMIN", "MIN_ETINY", "HAVE_THREADS", "HAVE_CONTEXTVAR",
]
__doc__ = "C decimal arithmetic module"
__version__ = "1.70"
__libmpdec_version__ = "2.5.1"
HAVE_THREADS = HAVE_CONTEXTVAR = True
globals().update({name: name for name in ROUNDINGS})


def _give(owner, name, method):
    """Makes a function a method under a name."""
    method.__name__, method.__qualname__ = name, f"{owner.__name__}.{name}"
    setattr(owner, name, method)


# ---- operators ----


def _give_operator(name, operation):
    def forward(self, value, /):
        if value.__class__ is not Decimal:
            value = converted(value)
            if value is NotImplemented:
                return value
        return operation(self, value, getcontext())

    def backward(self, value, /):
        value = converted(value)
        return value if value is NotImplemented else operation(value, self, getcontext())

    _give(Decimal, f"__{name}__", forward)
    _give(Decimal, f"__r{name}__", backward)


def _give_sign(name, operation):
    _give(Decimal, name, lambda self, /: operation(self, getcontext()))


def _power(self, value, mod=None, /):
    value = converted(value)
    mod = mod if mod is None else converted(mod)
    if value is NotImplemented or mod is NotImplemented:
        return NotImplemented
    return functions.power(self, value, getcontext(), mod)


def _power_of(self, value, mod=None, /):
    value = converted(value)
    return value if value is NotImplemented else functions.power(value, self, getcontext())


def _round(self, ndigits=None, /):
    if ndigits is None:
        return rounded_int(self, "ROUND_HALF_EVEN")
    if not isinstance(ndigits, int):
        raise TypeError("optional arg must be an integer")
    return places.quantize(self, make(0, 1, -checked_size(ndigits)), getcontext())


for _name, _operation in {
    "add": arithmetic.add, "sub": arithmetic.subtract, "mul": arithmetic.multiply, "truediv": arithmetic.divide,
    "floordiv": arithmetic.divide_int, "mod": arithmetic.remainder, "divmod": arithmetic.divide_both,
}.items():
    _give_operator(_name, _operation)
for _name, _operation in {"__pos__": arithmetic.plus, "__neg__": arithmetic.minus, "__abs__": arithmetic.absolute}.items():
    _give_sign(_name, _operation)
for _name, _method in {"__pow__": _power, "__rpow__": _power_of, "__round__": _round, "__format__": formatted}.items():
    _give(Decimal, _name, _method)


# ---- operations of numbers and of contexts ----


def _method_of_one(operation):
    def method(self, /, context=None):
        return operation(self, chosen(context))

    method.__doc__ = operation.__doc__
    return method


def _method_of_two(operation):
    def method(self, /, other, context=None):
        context = chosen(context)
        return operation(self, operand(other), context)

    method.__doc__ = operation.__doc__
    return method


def _in_context_of_one(operation):
    return lambda self, x, /: operation(operand(x), self)


def _in_context_of_two(operation):
    return lambda self, x, y, /: operation(operand(x), operand(y), self)


_OF_ONE = {
    "exp": functions.exp, "is_normal": comparing.is_normal, "is_subnormal": comparing.is_subnormal, "ln": functions.ln,
    "log10": functions.log10, "logb": places.logb, "logical_invert": places.logical_invert,
    "next_minus": arithmetic.next_minus, "next_plus": arithmetic.next_plus, "normalize": places.normalize,
    "number_class": comparing.number_class, "sqrt": arithmetic.sqrt, "to_eng_string": places.to_eng_string,
}
_OF_TWO = {
    "compare": comparing.compare, "compare_signal": comparing.compare_signal, "compare_total": comparing.compare_total,
    "compare_total_mag": comparing.compare_total_mag, "copy_sign": places.copy_sign,
    "logical_and": places.logical_and, "logical_or": places.logical_or, "logical_xor": places.logical_xor,
    "max": comparing.maximum, "max_mag": comparing.max_mag, "min": comparing.minimum, "min_mag": comparing.min_mag,
    "next_toward": arithmetic.next_toward, "remainder_near": arithmetic.remainder_near, "rotate": places.rotate,
    "same_quantum": comparing.same_quantum, "scaleb": places.scaleb, "shift": places.shift,
}
_OF_CONTEXTS = {
    "abs": arithmetic.absolute, "minus": arithmetic.minus, "plus": arithmetic.plus, "_apply": fitted,
    "to_integral": places.to_integral_value, "to_integral_value": places.to_integral_value,
    "to_integral_exact": places.to_integral_exact, "copy_abs": lambda a, context: a.copy_abs(),
    "copy_negate": lambda a, context: a.copy_negate(), "copy_decimal": lambda a, context: a,
    "to_sci_string": lambda a, context: shown(a, context, False),
}
_OF_CONTEXTS_AND_TWO = {
    "add": arithmetic.add, "subtract": arithmetic.subtract, "multiply": arithmetic.multiply, "divide": arithmetic.divide,
    "divide_int": arithmetic.divide_int, "divmod": arithmetic.divide_both, "remainder": arithmetic.remainder,
    "quantize": places.quantize,
}


def _tell(name):
    """A question about a number, put to a context."""
    question = getattr(Decimal, name)
    return lambda self, x, /: question(operand(x))


def _rounding_method(operation):
    def method(self, /, rounding=None, context=None):
        return operation(self, chosen(context), rounding)

    method.__doc__ = operation.__doc__
    return method


def _quantize(self, /, exp, rounding=None, context=None):
    """The number rounded to the exponent of another, as a price is to cents.

    >>> Decimal('7.325').quantize(Decimal('.01'), rounding=ROUND_UP)
    Decimal('7.33')
    """
    context = chosen(context)
    return places.quantize(self, operand(exp), context, rounding)


def _fma(self, /, other, third, context=None):
    """The product of two numbers plus a third one, rounded once.

    >>> Decimal(2).fma(3, 5)
    Decimal('11')
    """
    context = chosen(context)
    return arithmetic.fma(self, operand(other), operand(third), context)


def _fma_in_context(self, x, y, z, /):
    return arithmetic.fma(operand(x), operand(y), operand(z), self)


def _power_in_context(self, /, a, b, modulo=None):
    return functions.power(operand(a), operand(b), self, modulo if modulo is None else operand(modulo))


def _must_be_decimal(value):
    if not isinstance(value, Decimal):
        raise TypeError("argument must be a Decimal")
    return value


for _name, _operation in _OF_ONE.items():
    _give(Decimal, _name, _method_of_one(_operation))
for _name, _operation in _OF_TWO.items():
    _give(Decimal, _name, _method_of_two(_operation))
for _name, _operation in {**_OF_ONE, **_OF_CONTEXTS}.items():
    _give(Context, _name, _in_context_of_one(_operation))
for _name, _operation in {**_OF_TWO, **_OF_CONTEXTS_AND_TWO}.items():
    _give(Context, _name, _in_context_of_two(_operation))
for _name in ("is_finite", "is_infinite", "is_nan", "is_qnan", "is_signed", "is_snan", "is_zero"):
    _give(Context, _name, _tell(_name))
for _name in ("to_integral", "to_integral_value", "to_integral_exact"):
    _give(Decimal, _name, _rounding_method(_OF_CONTEXTS[_name]))
_give(Decimal, "quantize", _quantize)
_give(Decimal, "fma", _fma)
for _name, _method in {
    "fma": _fma_in_context, "power": _power_in_context,
    "canonical": lambda self, x, /: _must_be_decimal(x), "is_canonical": lambda self, x, /: _must_be_decimal(x) is x,
    "radix": lambda self, /: Decimal(10), "create_decimal": lambda self, num="0", /: created(self, num),
    "create_decimal_from_float": lambda self, f, /: fitted(from_float(f), self),
}.items():
    _give(Context, _name, _method)
