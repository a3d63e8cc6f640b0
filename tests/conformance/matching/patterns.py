# match: literals, captures, sequences, mappings, classes, guards, alternatives.
class P:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class Color:
    RED = 1
    BLUE = "b"


def m(v):
    match v:
        case None:
            return "none"
        case True | False:
            return "bool"
        case Color.RED:
            return "red"
        case Color.BLUE:
            return "blue"
        case -1 | 2.5 | 1 + 2j:
            return "number"
        case "text" | b"bytes":
            return "literal"
        case []:
            return "empty"
        case [x]:
            return "one", x
        case [1, *rest, 9]:
            return "ends", rest
        case (a, [b, *_], *c):
            return "nested", a, b, c
        case {"k": 1, "v": v2, **rest}:
            return "mapping", v2, rest
        case {"k": [_, last]}:
            return "map list", last
        case P(x=0, y=y):
            return "P0", y
        case P(a, P(b, c)):
            return "PP", a, b, c
        case P() as whole if whole.x > 5:
            return "big", whole.y
        case int(n) | float(n) if n > 100:
            return "large", n
        case str() as s:
            return "str", len(s)
        case int():
            return "int"
        case {}:
            return "some mapping"
        case _:
            return "other"


for v in (None, True, 1, "b", -1, 2.5, 1 + 2j, "text", b"bytes", [], (5,), [1, 2, 3, 9], [1, 9], (7, "xy", 3), (7, [8, 9], 1, 2), {"k": 1, "v": 2, "z": 3}, {"k": [1, 2]}, {}, {"q": 1}, P(0, 4), P(1, P(2, 3)),
          P(9, "y"), P(1, 1), 500, 101.5, 7, "longer", 3.5, {1}, range(3), iter([]), b"zz", bytearray(b"a"), object, 1.0):
    print(m(v), end="; ")
print()
