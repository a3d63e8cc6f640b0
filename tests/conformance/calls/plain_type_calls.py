# int, str, float and type called with plain arguments, and what int() cannot read.
import sys

for x in ("x", "12a", " 5 ", "-7", "", "1" * 20, "\xe9", "\u0663", "_1", "0x10", "1_0", "9" * 15, "9" * 16):
    try:
        print(int(x))
    except ValueError as e:
        print(e, e.__context__, e.args)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        int("q")
except ValueError as e:
    print(repr(e.__context__), e.__traceback__.tb_lineno)


def inside():
    return [int(a) for a in ("1", "zz")]


try:
    inside()
except ValueError as e:
    tb = e.__traceback__
    while tb is not None:
        print(tb.tb_frame.f_code.co_name, tb.tb_lineno)
        tb = tb.tb_next
n = 1000
s = "text" * 2
f = 1.5
print(int(n) is n, str(s) is s, float(f) is f, type(5), type(n) is int, type(type(int)))
print(str(1.5), str(10**20), str(True), int(2.9), int(-2.9), float(3), float("1e3"), float("-inf"), int(True))
print(sys.getrefcount(int(n)), sys.getrefcount(s))


class Wrong(Exception):
    pass


class Own(Exception):
    def __init__(self, a, b=2):
        self.a = a


class Made(Exception):
    def __new__(cls, *args):
        self = super().__new__(cls, *args)
        self.made = len(args)
        return self


x = object()
for make in (lambda: Wrong(), lambda: Wrong(1), lambda: Wrong(1, x), lambda: Own(1), lambda: Made(1, 2), lambda: KeyError("k")):
    e = make()
    print(type(e).__name__, len(e.args), sorted(vars(e)), sys.getrefcount(e), sys.getrefcount(x))
for wrong in (lambda: Wrong(a=1), lambda: Own(), lambda: int("1", 2, 3), lambda: float(1, 2), lambda: int([]), lambda: float("x")):
    try:
        wrong()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
