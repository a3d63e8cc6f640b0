# Writes math.bin, results of the C library's functions as CPython's math module gives them:
# python recordmath.py FILE [seed] [rows]. math.test.ts reads it.
import math
import random
import struct
import sys

random.seed(int((sys.argv[2:] + ["1"])[0]))
ROWS = int((sys.argv[3:] + ["400"])[0])


def any_float():
    while True:
        (x,) = struct.unpack("<d", random.randbytes(8))
        if math.isfinite(x):
            return x


def uniform(low, high):
    return lambda: random.uniform(low, high)


def sized(low, high):
    return lambda: random.choice([1, -1]) * 10 ** random.uniform(low, high)


def one_of(*makers):
    return lambda: random.choice(makers)()


def positive(maker):
    return lambda: abs(maker())


tiny = sized(-20, 0)
angle = one_of(uniform(-3.2, 3.2), uniform(-100, 100), sized(-10, 10), any_float)
number = one_of(positive(uniform(0, 2)), uniform(0.9, 1.1), uniform(0, 1000), positive(any_float))
unit = one_of(uniform(-1, 1), tiny)
line = one_of(uniform(-1, 1), uniform(-20, 20), tiny)
FUNCTIONS = {
    "exp": [one_of(line, uniform(-745, 710))], "exp2": [one_of(line, uniform(-1074, 1024))], "expm1": [one_of(line, uniform(-50, 710))],
    "log": [number], "log2": [number], "log10": [number], "log1p": [one_of(unit, uniform(0, 1000), positive(sized(-20, 300)))],
    "sin": [angle], "cos": [angle], "tan": [angle], "asin": [unit], "acos": [unit], "atan": [one_of(line, sized(-20, 20))],
    "atan2": [one_of(unit, sized(-20, 20), any_float), one_of(unit, sized(-20, 20), any_float)],
    "sinh": [one_of(line, uniform(-710, 710))], "cosh": [one_of(line, uniform(-710, 710))], "tanh": [line],
    "asinh": [one_of(line, any_float)], "acosh": [one_of(uniform(1, 2), uniform(1, 20), lambda: 1 + abs(any_float()))], "atanh": [unit],
    "cbrt": [one_of(line, any_float)], "erf": [one_of(unit, uniform(-6, 6))], "erfc": [one_of(unit, uniform(-6, 27))],
    "gamma": [one_of(uniform(-10, 10), uniform(0, 171), uniform(-170, 0))], "lgamma": [one_of(uniform(-10, 10), uniform(-170, 171), positive(sized(0, 300)))],
    "pow": [one_of(uniform(0, 2), uniform(0, 1000), positive(sized(-30, 30))),
            one_of(uniform(-10, 10), lambda: random.choice([0.5, -0.5, 2.0, 3.0, -1.0, 1.5, 10.0, 1 / 3]))],
}

with open(sys.argv[1], "wb") as file:
    for name, makers in FUNCTIONS.items():
        rows = []
        while len(rows) < ROWS:
            arguments = [maker() for maker in makers]
            try:
                rows.append([*arguments, getattr(math, name)(*arguments)])
            except (ValueError, OverflowError):
                pass
        file.write(struct.pack("<8sii", name.encode().ljust(8), len(makers), ROWS))
        for row in rows:
            file.write(struct.pack(f"<{len(row)}d", *row))
