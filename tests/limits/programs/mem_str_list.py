a = []
while True:
    a.append("x" * 10**6)
