s = set(range(200000))
while True:
    s & s | s ^ s
