print(len("x".join([""] * 10**8)))
