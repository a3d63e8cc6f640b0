d = {}
i = 0
while True:
    d[str(i)] = str(i) * 10
    i += 1
