# The plainest of programs on match.
def kind(v):
    match v:
        case 0:
            return "zero"
        case int() | float() if v > 100:
            return "big"
        case int(n):
            return f"int {n}"
        case "a" | "b":
            return "letter"
        case [x, y]:
            return f"pair {x} {y}"
        case [x, *rest]:
            return f"list {x} {rest}"
        case {"k": v, **other}:
            return f"dict {v} {other}"
        case None:
            return "none"
        case _:
            return "other"


for v in (0, 5, 500, 2.5, "a", "c", [1, 2], (1, 2, 3), [9], [], {"k": 1, "z": 2}, {}, None):
    print(kind(v), end="; ")
print()
