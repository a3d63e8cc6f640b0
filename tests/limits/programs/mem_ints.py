a = []
x = 10**20
while True:
    a.append(x)
    x += 1
