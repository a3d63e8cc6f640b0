class K:
    def __index__(self):
        a.clear()
        return 1
for f in (lambda: a[K()], lambda: a.__setitem__(K(), 1), lambda: a.__delitem__(K()), lambda: a.insert(K(), 1), lambda: a.pop(K()), lambda: a[K():], lambda: a.__setitem__(slice(K(), K()), [1]), lambda: a * K()):
    a = [1, 2, 3]
    try:
        print(f(), a)
    except (IndexError, ValueError) as e:
        print(e, a)
