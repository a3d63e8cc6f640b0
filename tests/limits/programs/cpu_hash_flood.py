m = 2**61 - 1
d = {}
for i in range(200000):
    d[i * m] = 1
print(len(d))
