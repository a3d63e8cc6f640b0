i = 0
while True:
    globals()["x" + str(i)] = i
    i += 1
