# Every binary operator between every two kinds of value: which work, what the others say.
values = [1, 1.5, 1j, True, "s", b"b", [1], (1,), {1: 2}, {1}, None, range(2), int, len, ..., bytearray(b"c"), frozenset([1]), slice(1)]
ops = {
    "+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b, "//": lambda a, b: a // b,
    "%": lambda a, b: a % b, "**": lambda a, b: a ** b, "@": lambda a, b: a @ b, "<<": lambda a, b: a << b, "&": lambda a, b: a & b, "|": lambda a, b: a | b, "^": lambda a, b: a ^ b,
}
for name, op in ops.items():
    usual = 0
    for a in values:
        for b in values:
            try:
                r = op(a, b)
                print(name, type(a).__name__, type(b).__name__, r)
            except Exception as e:
                if str(e) == "unsupported operand type(s) for %s: '%s' and '%s'" % (name, type(a).__name__, type(b).__name__):
                    usual += 1
                else:
                    print(name, type(a).__name__, type(b).__name__, type(e).__name__, e)
    print(name, "usual", usual)
