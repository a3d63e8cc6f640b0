m = memoryview(bytes(10**6)).cast("B", (1000, 1000))
a = []
while True:
    a.append(m.tolist())
