a = ["x" * 1000000] * 1000
print(len(repr(a)))
