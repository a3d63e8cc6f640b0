class K:
    def __del__(self):
        d.clear()
d = {i: K() for i in range(10)}
d[0] = 1
print(len(d))
d = {i: K() for i in range(10)}
del d[5]
print(len(d))
