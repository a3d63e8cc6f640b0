class K:
    n = 0
    def __hash__(self):
        return 1
    def __eq__(self, o):
        K.n += 1
        if K.n < 50:
            d[K()] = 1
        return False
d = {}
for i in range(5):
    d[K()] = i
print(len(d))
