class K:
    def __hash__(self):
        d.clear()
        return 1
d = {1: 1}
d[K()] = 2
print(len(d))
for f in (d.pop, d.get, d.setdefault):
    d[3] = 4
    try:
        f(K())
    except KeyError:
        print("KeyError")
    print(len(d))
