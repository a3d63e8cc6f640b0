for name, src in {
    "lambda": "lambda: " * 3000 + "1", "not": "not " * 5000 + "1", "power": "**".join(["1"] * 5000),
    "ternary": "1 if 1 else " * 3000 + "1", "attribute": "a" + ".b" * 5000, "call": "f" + "()" * 5000,
    "subscript": "a" + "[0]" * 5000, "and": " and ".join(["1"] * 20000), "compare": " < ".join(["1"] * 20000),
    "await": "await " * 50 + "x", "string": "'a' " * 20000, "walrus": "(a := " * 150 + "1" + ")" * 150,
    "list": "[" * 150 + "]" * 150, "star": "[*" * 150 + "]" * 150, "comp": "[x for x in " * 90 + "y" + "]" * 90,
}.items():
    try:
        compile(src, "x", "eval")
        print(name, "ok")
    except (SyntaxError, RecursionError, MemoryError) as e:
        print(name, "refused")
