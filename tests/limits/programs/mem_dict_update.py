d = {}
i = 0
while True:
    d.update({i: str(i), -i: [i]})
    i += 1
