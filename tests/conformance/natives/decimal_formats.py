# needs: library
# format() of decimal numbers, and numbers of thousands of digits.
from decimal import *

NUMBERS = [Decimal(text) for text in (
    "0", "-0.00", "0E+5", "1", "-1.5", "12345.678", "-99999.995", "1E+9", "-1.23E-7", "9.99", "NaN", "-sNaN12", "Infinity")]
for spec in ("", "n", "g", "G", ".3g", ".0e", "E", ".2e", "f", ".2f", ".0F", "%", ".1%", "012", "012,", "015,.2f", "+", " .3f",
             "z.0f", "+z.1f", "<14.2f|", "*^+14.1e", "x=12", ",.4", "_>9n"):
    try:
        print(spec, [format(number, spec) for number in NUMBERS])
    except ValueError as error:
        print(spec, error)
for spec in ("x", ".", "10.x", ",n", "<012", "=+,.3q", "9999999999999999999", "5 "):
    try:
        print(format(Decimal(1), spec))
    except ValueError as error:
        print(spec, error)
with localcontext(rounding=ROUND_FLOOR, capitals=0):
    print([format(number, spec) for number in NUMBERS[:10] for spec in (".1f", ".1e", ".2", "")])
local = {"decimal_point": ",", "thousands_sep": ".", "grouping": "\x03\x02\x00"}
print([Decimal("1234567890.5").__format__(spec, local) for spec in ("n", "020n", ".4n")])

long = Decimal("7" * 5000 + ".5")
print(len(str(long)), hash(long), long.adjusted(), int(long) % 10**9, len(long.as_tuple().digits), str(-long)[-6:])
with localcontext(prec=6000):
    print(str(long * long)[-12:], str(Decimal(1) / 7)[-10:], str(Decimal(2).sqrt())[-10:])
with localcontext(prec=120):
    print(Decimal(1).exp(), Decimal(2).ln(), Decimal(2).log10(), Decimal(2) ** Decimal("0.1"), sep="\n")
