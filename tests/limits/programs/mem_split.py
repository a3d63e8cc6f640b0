print(len(("a " * 20000000).split()))
