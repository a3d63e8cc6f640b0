# Records what CPython answers, one JSON line a call: [function, argument, ..., answer]. recorded.ts reads it.
# A float is {"f": its bits}, a large int {"i": digits}, bytes {"b": hex}, an exception {"e": type, "m": message}.
import json
import random
import struct
import sys

sys.set_int_max_str_digits(0)
table = {}


def encode(value):
    if isinstance(value, Exception):
        return {"e": type(value).__name__, "m": str(value)}
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, int):
        return value if abs(value) < 2**53 else {"i": str(value)}
    if isinstance(value, float):
        return {"f": "nan" if value != value else struct.pack(">d", value).hex()}
    if isinstance(value, complex):
        return [encode(value.real), encode(value.imag)]
    if isinstance(value, (bytes, bytearray)):
        return {"b": value.hex()}
    return [encode(item) for item in value]


def record(name, function, *arguments):
    limit = sys.get_int_max_str_digits()
    try:
        answer = function(*arguments)
    except Exception as error:
        answer = error
    sys.set_int_max_str_digits(0)
    table.setdefault(name, []).append([encode(value) for value in (*arguments, answer)])
    sys.set_int_max_str_digits(limit)


def finish():
    for name, rows in table.items():
        for row in rows:
            print(json.dumps([name, *row]))


seed, scale = (int(text) for text in (sys.argv[1:] + ["1", "1"])[:2])
random.seed(seed)


def times(count):
    return range(count * scale)


def some_float():
    kind = random.randrange(10)
    if kind < 3:
        return struct.unpack(">d", random.randbytes(8))[0]
    if kind < 5:
        return random.uniform(-1000, 1000)
    if kind < 6:
        return float(random.randrange(-(10**6), 10**6)) / random.choice([1, 2, 4, 8, 16, 1024, 10, 100, 1000])
    if kind < 7:
        return random.choice([-1, 1]) * round(random.random(), random.randrange(1, 6)) * 10.0 ** random.randrange(-8, 25)
    if kind < 8:
        return random.choice([0.0, -0.0, float("inf"), float("-inf"), float("nan"), 5e-324, 1.7976931348623157e308,
                              0.5, 1.5, 2.5, 0.125, 9.5, 99.5, 1e16, 1e15, 1e-4, 1e-5, 1e21, 1e22, 2.0**53, 2.0**63])
    return float(random.randrange(-(2**70), 2**70))


def some_int(bits=None):
    kind = random.randrange(8)
    if kind < 3:
        return random.randrange(-300, 300)
    if kind < 4:
        return random.choice([-1, 1]) * (2 ** random.randrange(0, 130) + random.randrange(-2, 3))
    size = random.choice([20, 40, 53, 54, 64, 100, 200, 1000] if bits is None else [bits])
    return random.choice([-1, 1]) * random.getrandbits(size)
