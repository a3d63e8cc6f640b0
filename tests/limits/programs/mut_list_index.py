class K:
    def __eq__(self, o):
        a.clear()
        return False
for f in (lambda: a.index(1), lambda: a.count(1), lambda: 1 in a, lambda: a == [1, 2], lambda: a < [1, 2], lambda: a.remove(2)):
    a = [K(), K(), K()]
    try:
        print(f(), a)
    except ValueError as e:
        print(e, a)
