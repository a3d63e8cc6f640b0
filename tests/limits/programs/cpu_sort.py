a = list(range(3000000))[::-1]
while True:
    a.sort(key=lambda x: -x)
