a = list(range(2 * 10**6))
while a:
    a.pop(0)
