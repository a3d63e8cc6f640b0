# needs: library
# What decimal raises comes from the caller's line: its own functions are in no traceback.
import sys
import traceback
from decimal import *


def divided(numbers):
    return [Decimal(1) / number for number in numbers]


for wrong in (
    lambda: divided([2, 0]), lambda: Context(prec=0), lambda: Decimal("x") + 1, lambda: Decimal(1) + 1.5,
    lambda: getcontext().flags["x"], lambda: round(Decimal("NaN")), lambda: sorted([Decimal(1), Decimal("NaN")]),
    lambda: format(Decimal(1), "q"),
):
    try:
        wrong()
    except Exception:
        traceback.print_exc(file=sys.stdout)
print(sys.getsizeof(Decimal(1)), sys.getsizeof(Decimal("1" * 200)), sys.getsizeof(Context()))
print(divided([Decimal(0)]))
