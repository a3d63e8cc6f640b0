d = dict.fromkeys(range(300000))
while True:
    d == d.copy()
