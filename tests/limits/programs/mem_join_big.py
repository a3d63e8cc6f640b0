print(len(("x" * 10**6).join(["y"] * 10**4)))
