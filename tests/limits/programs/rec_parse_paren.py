for src in ("(" * 1000 + ")" * 1000, "[" * 1000 + "]" * 1000, "{" * 300 + "}" * 300):
    try:
        eval(src)
        print("ok")
    except (SyntaxError, RecursionError, MemoryError) as e:
        print(type(e).__name__, str(e)[:40])
