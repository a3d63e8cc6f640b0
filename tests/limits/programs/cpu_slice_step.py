a = list(range(1000000))
while True:
    a[::-1]
    a[::2] = a[::2]
