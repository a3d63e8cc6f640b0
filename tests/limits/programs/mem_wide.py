s = "\U0001f600" * 1000000
a = []
while True:
    a.append(s + str(len(a)))
