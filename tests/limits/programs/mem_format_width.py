for f in (lambda: "%1000000000d" % 1, lambda: "{:>{}}".format(1, 10**10), lambda: f"{1:010000000000}", lambda: "%.1000000000f" % 1.5, lambda: format(1.5, ".1000000000f"), lambda: b"%1000000000d" % 1, lambda: "%*d" % (10**10, 1), lambda: format("", "1000000000")):
    try:
        print(len(f()))
    except (MemoryError, ValueError, OverflowError) as e:
        print("refused")
