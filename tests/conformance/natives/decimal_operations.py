# needs: library
# All operations of decimal numbers on all kinds of them, with the flags that they raise.
from decimal import *

D = Decimal
NUMBERS = [D(text) for text in (
    "0", "-0", "0E+3", "1", "-1", "1.000", "2", "-3", "10", "0.5", "-2.5", "7.25", "123456789", "1E+7", "1E-9", "9.99999E+9",
    "Infinity", "-Infinity", "NaN", "-NaN12", "sNaN3")]
OF_ONE = ("exp ln log10 logb logical_invert next_minus next_plus normalize number_class sqrt to_eng_string is_normal "
          "is_subnormal to_integral_value to_integral_exact abs minus plus").split()
OF_TWO = ("add subtract multiply divide divide_int remainder divmod power compare compare_signal compare_total "
          "compare_total_mag copy_sign logical_and logical_or logical_xor max max_mag min min_mag next_toward remainder_near "
          "rotate same_quantum scaleb shift quantize").split()
SOME = [NUMBERS[i] for i in (0, 1, 3, 5, 7, 9, 10, 12, 14, 15, 16, 18, 19)]


def told(context, name, *operands):
    context.clear_flags()
    try:
        answer = getattr(context, name)(*operands)
    except DecimalException as error:
        answer = f"{type(error).__name__}{error}"
    return f"{answer} {' '.join([kind.__name__ for kind, on in context.flags.items() if on])}".rstrip()


context = Context(prec=6, Emin=-10, Emax=10, clamp=1, traps=[])
for name in OF_ONE:
    print(name, [told(context, name, x) for x in NUMBERS])
for name in OF_TWO:
    for x in SOME:
        print(name, x, [told(context, name, x, y) for y in SOME])
context = Context(prec=3, rounding=ROUND_05UP, Emin=-2, Emax=3)
for name in "add subtract multiply divide power quantize remainder_near".split():
    for x in SOME:
        print(name, x, [told(context, name, x, y) for y in SOME])
print([told(context, "fma", x, y, z) for x in SOME[:6] for y in (D(3), D("Infinity")) for z in (D("0.01"), D("sNaN"))])
print([told(context, "power", x, y, z) for x in (D(3), D(-7), D("1.5")) for y in (D(0), D(5), D(-1)) for z in (D(0), D(11))])
