# Numbers formatted, methods of str and bytes called, ints calculated with, all at random but always
# the same: values.py [formats] [calls] [operations] [seed]. src/tools/values.ts runs many more of them.
# modes: plain
import math
import sys

FORMATS, CALLS, OPERATIONS, SEED = [int(a) for a in sys.argv[1:5]] + [300, 300, 300, 1][len(sys.argv) - 1:]


class Dice:
    def __init__(self, seed):
        self.state = seed

    def bits(self, n):
        value = 0
        for _ in range(0, n, 32):
            self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
            value = value << 32 | self.state >> 32
        return value & (1 << n) - 1 if n else 0

    def below(self, n):
        return self.bits(40) % n

    def pick(self, items):
        return items[self.below(len(items))]

    def chance(self, percent):
        return self.below(100) < percent


dice = Dice(SEED)


def show(what, body, *args):
    try:
        result = ascii(body(*args))
    except Exception as e:
        print(what, type(e).__name__, ascii(str(e)))
    else:
        print(what, result)


def some_int(most=2000):
    n = dice.bits(dice.below(dice.pick([8, 31, 64, 200, most])) + 1)
    if dice.chance(15):
        n = (1 << dice.below(most)) + dice.below(5) - 2
    return -n if dice.chance(35) else n


def some_float():
    kind = dice.below(8)
    if kind == 0:
        return dice.pick([0.0, -0.0, 1.0, 0.5, 1e16, 1e15, 123456789.0, 1e-4, 1e-5, 5e-324, 1.7976931348623157e308,
                          float("inf"), float("-inf"), float("nan"), 2.5, 0.1, 1 / 3, 1e22, 1e23, 9.995, 99999.5])
    if kind < 4:
        return (dice.below(2_000_001) - 1_000_000) / dice.pick([1, 2, 10, 100, 1000, 1024, 7])
    if kind < 6:
        return math.ldexp(dice.bits(53) - 2**52, dice.below(200) - 150)
    return math.ldexp(dice.bits(53) - 2**52, dice.below(2000) - 1075)


def some_number():
    kind = dice.below(10)
    if kind < 5:
        return some_float()
    if kind < 9:
        return some_int(dice.pick([8, 64, 300]))
    return complex(some_float(), some_float())


def some_spec():
    spec = ""
    if dice.chance(35):
        spec += dice.pick(["", "", "*", "0", " ", "é", "😀", "{"]) + dice.pick("<>^=")
    if dice.chance(35):
        spec += dice.pick("+- ")
    if dice.chance(8):
        spec += "z"
    if dice.chance(20):
        spec += "#"
    if dice.chance(20):
        spec += "0"
    if dice.chance(45):
        spec += str(dice.below(dice.pick([5, 30, 60])))
    if dice.chance(25):
        spec += dice.pick(",_,_")
    if dice.chance(45):
        spec += "." + str(dice.below(dice.pick([4, 20, 60])))
    return spec + dice.pick(["", "", "d", "e", "E", "f", "F", "g", "G", "%", "n", "x", "X", "o", "b", "c", "s", "q"])


def some_percent():
    spec = "%" + "".join(dice.pick("-+ #0") for _ in range(dice.below(3)))
    if dice.chance(50):
        spec += str(dice.below(30))
    if dice.chance(50):
        spec += "." + str(dice.below(25))
    return spec + dice.pick("diouxXeEfFgGcrsa%")


def a_format():
    number = some_number()
    kind = dice.below(10)
    if kind < 6:
        spec = some_spec()
        show(f"format {number!r:.60} {spec!a}", format, number, spec)
    elif kind < 8:
        spec = some_percent()
        show(f"{spec} {number!r:.60}", lambda: spec % number)
        show(f"b{spec} {number!r:.60}", lambda: spec.encode() % number)
    elif kind < 9:
        places = dice.below(40) - 15
        show(f"round {number!r:.60} {places}", round, number, places)
    else:
        show(f"repr {number!r:.60}", lambda: (repr(number), hash(number) if number == number else None))


LETTERS = "aabbcABC  xyz\t\n,.é\xdfΣσς\u0130\u01c5٣½\u2028\ud800😀𝟘"


def some_text(longest=12):
    letters = LETTERS[:17] if dice.chance(50) else LETTERS
    return "".join(dice.pick(letters) for _ in range(dice.below(longest)))


def some_bytes(longest=12):
    return bytes(dice.pick(b"aabbcABC  xyz\t\n,.\x00\x80\xff09") for _ in range(dice.below(longest)))


COMMON = {
    "capitalize": "", "center": "wf", "count": "tpp", "endswith": "tpp", "expandtabs": "w", "find": "tpp", "index": "tpp",
    "isalnum": "", "isalpha": "", "isascii": "", "isdigit": "", "islower": "", "isspace": "", "istitle": "", "isupper": "",
    "join": "l", "ljust": "wf", "lower": "", "lstrip": "o", "partition": "t", "removeprefix": "t", "removesuffix": "t",
    "replace": "ttc", "rfind": "tpp", "rindex": "tpp", "rjust": "wf", "rpartition": "t", "rsplit": "oc", "rstrip": "o",
    "split": "oc", "splitlines": "b", "startswith": "tpp", "strip": "o", "swapcase": "", "title": "", "upper": "", "zfill": "w",
    "__add__": "t", "__mul__": "c", "__contains__": "t", "__getitem__": "s", "__lt__": "t", "__eq__": "t",
}
OF_TEXT = COMMON | {"casefold": "", "encode": "e", "isdecimal": "", "isidentifier": "", "isnumeric": "", "isprintable": "",
                    "translate": "m", "format": "t"}
OF_BYTES = COMMON | {"decode": "e", "hex": "", "translate": "t"}
CODECS = ["utf-8", "ascii", "latin-1", "utf-16", "utf-16-le", "utf-32", "utf-7", "unicode_escape", "raw_unicode_escape"]
HANDLERS = ["strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogateescape", "surrogatepass"]


def some_slice():
    return dice.below(14) - 5 if dice.chance(40) else slice(*[None if dice.chance(40) else dice.below(20) - 8 for _ in range(3)])


ARGUMENTS = {
    "t": lambda text: text(4), "w": lambda text: dice.below(20) - 2, "f": lambda text: text(3) if dice.chance(30) else text(2) or None,
    "p": lambda text: dice.below(20) - 7, "c": lambda text: dice.below(5) - 1, "l": lambda text: [text(4) for _ in range(dice.below(4))],
    "o": lambda text: None if dice.chance(40) else text(4), "b": lambda text: dice.chance(50), "s": lambda text: some_slice(),
    "e": lambda text: dice.pick(CODECS), "m": lambda text: {ord(c): dice.pick([None, "zz", 0x1F600, "é"]) for c in some_text(6)},
}


def a_call():
    text, table = dice.pick([(some_text, OF_TEXT), (some_bytes, OF_BYTES)])
    subject = text(14)
    name = dice.pick(sorted(table))
    args = [ARGUMENTS[kind](text) for kind in table[name]]
    if name in ("encode", "decode"):
        args.append(dice.pick(HANDLERS))
    while len(args) > 1 and dice.chance(50) and name not in ("replace", "encode", "decode"):
        args.pop()
    if args and args[-1] is None and table[name][len(args) - 1] == "f":
        args.pop()
    if dice.chance(10) and text is some_bytes:
        subject = bytearray(subject)
    show(f"{ascii(subject)} {name} {ascii(args)}", lambda: getattr(subject, name)(*args))


BINARY = {
    "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "//": lambda a, b: a // b, "%": lambda a, b: a % b,
    "/": lambda a, b: a / b, "&": lambda a, b: a & b, "|": lambda a, b: a | b, "^": lambda a, b: a ^ b, "divmod": divmod,
    "<": lambda a, b: (a < b, a == b, a >= b), "<<": lambda a, b: a << abs(b) % 300, ">>": lambda a, b: a >> abs(b) % 2100,
    "**": lambda a, b: a ** (abs(b) % 9), "pow": lambda a, b: pow(a, abs(b) % 1000, b or 7), "inverse": lambda a, b: pow(a, -1, b),
    "gcd": math.gcd, "lcm": math.lcm, "float": lambda a, b: a < some_float(), "round": lambda a, b: round(a, -(abs(b) % 30)),
}
UNARY = {
    "neg": lambda a: (-a, +a, ~a, abs(a)), "bits": lambda a: (a.bit_length(), a.bit_count()), "float": float, "hash": hash,
    "str": lambda a: (str(a), int(str(a)) == a), "bases": lambda a: (hex(a), oct(a), bin(a)), "isqrt": math.isqrt,
    "bytes": lambda a: a.to_bytes(dice.below(260), dice.pick(["big", "little"]), signed=dice.chance(50)),
    "back": lambda a: int.from_bytes(abs(a).to_bytes(260, "big"), dice.pick(["big", "little"]), signed=dice.chance(50)),
    "parse": lambda a: int(hex(a), 16), "log": lambda a: (math.log(a), math.log2(a)), "sqrt": math.sqrt, "format": lambda a: f"{a:_x} {a:,}",
}


def an_operation():
    if dice.chance(65):
        name = dice.pick(sorted(BINARY))
        a, b = some_int(), some_int()
        show(f"{a:#x} {name} {b:#x}", BINARY[name], a, b)
    else:
        name = dice.pick(sorted(UNARY))
        a = some_int()
        show(f"{name} {a:#x}", UNARY[name], a)


for count, body in (FORMATS, a_format), (CALLS, a_call), (OPERATIONS, an_operation):
    for _ in range(count):
        body()
