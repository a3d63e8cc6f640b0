class K:
    def __del__(self):
        a.append(1)
        a.clear()
a = [K(), K(), K()]
a.clear()
a = [K(), K()]
a[:] = [1, 2]
print(a)
a = [K(), K()]
del a[0]
print(a)
