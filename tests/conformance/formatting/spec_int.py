# The format specification for ints, bools and characters.
specs = ["", "d", "5", "<5", ">5", "^5", "=5", "05", "+", "-", " ", "+05", "x", "X", "#x", "#X", "o", "#o", "b", "#b", "#010b", "c", "n", ",", "_", "_b", "_x", "#_x",
         "012,", "*^+9,", "e", ".2e", "f", ".0f", "g", "%", ".1%", "E", "G", "<012", "=+8", "0=6", "8_x"]
for n in (0, 7, -42, 65, 1234567, True):
    out = []
    for s in specs:
        try:
            out.append(s + "=" + format(n, s))
        except (ValueError, OverflowError) as e:
            out.append(s + "!" + str(e))
    print(n, "|".join(out))
for s in (".3", "s", "#c", ",x", "_c", ",b", "+c", "q", ",_", "_,", "5.", ".", "z", "zd", "10000000000000000000000d", "{", "=^", "..", "é", "0>>5", ",,"):
    try:
        print(s, format(42, s))
    except ValueError as e:
        print(s, e)
print(format(10 ** 30, ","), format(-(10 ** 30), "_"), format(2 ** 100, "x"), format(10 ** 20, "e"), format(10 ** 25, ".3f"), format(12345678901234567890, "g"))
