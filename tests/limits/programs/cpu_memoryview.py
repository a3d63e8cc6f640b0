m = memoryview(bytes(10**7))
while True:
    m == m
    m.tolist() if 0 else m[::2]
