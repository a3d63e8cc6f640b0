a = list(range(1000000))
while True:
    a.reverse()
