for src in ("'x' * 10**9", "(1,) * 10**9", "1 << 10**9", "10 ** 10 ** 9", "b'x' * 10**10", "[1] * 10**10", "'%1000000000d' % 1"):
    try:
        eval(src)
        print("made")
    except (MemoryError, OverflowError) as e:
        print("refused")
