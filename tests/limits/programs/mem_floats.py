a = []
x = 0.5
while True:
    a.append(x)
    x += 1.0
