# Augmented assignment between kinds: messages name the operator with its equals sign.
values = [1, 1.5, "s", b"b", [1], (1,), {1: 2}, {1}, None, bytearray(b"c"), frozenset([1])]
for op in ("+=", "-=", "*=", "/=", "//=", "%=", "**=", "@=", "<<=", ">>=", "&=", "|=", "^="):
    code = compile("x %s y" % op, "op", "exec")
    out = []
    usual = 0
    for a in values:
        for b in values:
            ns = {"x": a.copy() if hasattr(a, "copy") else a, "y": b}
            try:
                exec(code, ns)
                out.append(repr(ns["x"]))
            except Exception as e:
                if str(e) == "unsupported operand type(s) for %s: '%s' and '%s'" % (op, type(a).__name__, type(b).__name__):
                    usual += 1
                else:
                    out.append("%s: %s" % (type(e).__name__, e))
    print(op, len(out), usual)
    for line in sorted(set(out)):
        print("  ", line)
