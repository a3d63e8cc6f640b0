# The format specification for floats, complex numbers and strings.
values = [0.0, -0.0, 1.0, -1.5, 0.1, 1e16, 1e15, 123456789.0, 1e-5, 0.0001, 1e100, 2.5, 3.5, 1 / 3, float("inf"), float("-inf"), float("nan"), 5e-324, 1.7976931348623157e308]
specs = ["", "g", ".3g", "e", ".2e", "f", ".0f", ".3f", "%", ".1%", "n", "10", "<10.2f", "^+10.1f", "=+12.3e", "010.2f", ",.2f", "_.1f", "#.0f", "#g", ".17g", "z.1f", ".3", "E", "G", " ", ".1", ".0e", "+"]
for v in values:
    print(repr(v), "|".join(format(v, s) for s in specs))
for s in ("d", "x", "s", "c", ".-1f", "10000000000000000000000f", ".99999999999f", ",n", "b"):
    try:
        print(format(1.5, s))
    except ValueError as e:
        print(s, e)
for c in (1 + 2j, -0.5j, complex(0, float("nan")), 1e20 + 1e-5j):
    print(c, format(c, ""), format(c, ".2f"), format(c, ">20"), format(c, "e"), format(c, "+.1g"), format(c, ","))
for s in ("05", "=5", "%", "d"):
    try:
        format(1j, s)
    except ValueError as e:
        print(e)
for s in ("", "s", "5", "<5", ">5", "^5", "*^7", ".2", "5.1s", "05", "é>4"):
    print(s, "|" + format("abc", s) + "|", end=" ")
print()
for s in ("d", "+", "=5", ",", "#", "z", ".", "x"):
    try:
        format("abc", s)
    except ValueError as e:
        print(e)
