# needs: library
# Contexts, signals, and what decimal says when it is used in the wrong way.
import copy
import pickle
from decimal import *

D = Decimal


def say(what, *args, **kwargs):
    try:
        print(repr(what(*args, **kwargs)))
    except Exception as error:
        print(type(error), error)


context = Context(prec=5, rounding=ROUND_UP, flags=[Inexact, Clamped], traps=[Overflow, InvalidOperation])
print(context, context.flags, context.traps, sep="\n")
print(copy.copy(context), pickle.loads(pickle.dumps(context)), context.copy().flags == context.flags)
print(type(context.flags), type(context.flags).__mro__, len(context.flags), list(context.flags), context.flags.copy())
for name, values in {
    "prec": (0, "x", 1.5, 10**18, 10**30, True), "Emin": (1, None, -(10**18)), "Emax": (-1, [], 10**18),
    "rounding": ("up", 3), "capitals": (2, "x"), "clamp": (-1, 2), "flags": (3, [], {}, {1: 2}),
    "traps": ([Inexact], dict.fromkeys(context.traps, True)), "other": (1,),
}.items():
    for value in values:
        say(setattr, context, name, value)
print(context)
say(delattr, context, "prec")
say(lambda: context.other)
for wrong in (
    lambda: context.flags["x"], lambda: context.flags.__setitem__(1, 2), lambda: context.flags.__delitem__(Inexact),
    lambda: Context(traps=()), lambda: Context(traps=[1]), lambda: Context(clamp=7), lambda: setcontext(3),
    lambda: localcontext(3), lambda: localcontext(prec=0), lambda: localcontext(wrong=1), lambda: localcontext(traps=5),
    lambda: D((1, 2)), lambda: D((2, (1,), 0)), lambda: D((0, (10,), 0)), lambda: D((0, 1, 0)), lambda: D((0, (1,), "x")),
    lambda: D((0, (1,), 1.5)), lambda: D((0, (1,), 10**30)), lambda: D(None), lambda: D(1j), lambda: D("1", 3),
    lambda: D("1e1000000000000000000"), lambda: D("1 2"), lambda: D("."), lambda: D("nan1x"), lambda: D("1") + 1.5,
    lambda: "x" * D(2), lambda: D(1) < "x", lambda: D(1) < 1j, lambda: D("NaN") < 1, lambda: D("sNaN") == 1,
    lambda: D(1).compare("x"), lambda: D(1).exp(3), lambda: D(1).x, lambda: setattr(D(1), "x", 1),
    lambda: Context().create_decimal(" 1"), lambda: Context(prec=2).create_decimal("NaN123"), lambda: D.from_float("x"),
    lambda: Context().add(1, 2.5), lambda: Context().canonical(1), lambda: round(D("Infinity")), lambda: round(D("NaN")),
    lambda: round(D(1), "x"), lambda: round(D(1), 10**30), lambda: int(D("sNaN")), lambda: float(D("sNaN")),
    lambda: D("-Infinity").as_integer_ratio(), lambda: hash(D("sNaN")), lambda: D(1).quantize(1, "x"),
    lambda: D(1).to_integral_value(3), lambda: D(1) / 0, lambda: D(0) / 0, lambda: D(1) % 0, lambda: divmod(D(1), 0),
    lambda: D("1e30") // 1, lambda: D(0) ** 0, lambda: D(-1) ** D("0.5"), lambda: pow(D(2), 3, 0),
    lambda: D("1e999999") * 10, lambda: Context(traps=[FloatOperation]).create_decimal(1.5),
    lambda: Context(prec=5, traps=[Inexact, Rounded]).divide(1, 3), lambda: D("1_0_") + D(" \u0661\u0662 "),
):
    say(wrong)
with localcontext(Context(prec=4, traps=[FloatOperation])) as inner:
    say(lambda: D(1) == 1.0)
    say(lambda: D(1) < 1.5)
    say(D, 0.5)
    print(inner, getcontext() is inner, D("0.5") == 0.5)
with localcontext(prec=3, capitals=0, flags=[Rounded]) as inner:
    print(inner, +D("123456e7"), repr(D("1E+9")))


class Money(D):
    def __new__(cls, value, unit="EUR"):
        self = super().__new__(cls, value)
        self.unit = unit
        return self


money = Money("12.50")
print(repr(money), type(money), money.unit, type(money + 1), type(copy.copy(money)), type(D(money)), Money.from_float(0.5))
print(pickle.loads(pickle.dumps(D("-1.50E-7"))), pickle.loads(pickle.dumps(money)).unit, D(3).as_tuple(), D("-inf").as_tuple())
