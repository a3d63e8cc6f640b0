# Slices of lists: every sign of start, stop and step.
l = list(range(8))
bounds = (None, -9, -3, 0, 2, 5, 8, 20)
for step in (None, 1, 2, -1, -3):
    print(step, [l[a:b:step] for a in bounds[::3] for b in bounds[::2]])
print(l[:], l[::-1], l[-3:], l[:-3], l[5:2], l[5:2:-1], l[100:], l[-100:100:3])


class I:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


class Bad:
    def __index__(self):
        return "x"


print(l[I(1):I(4)], l[I(-2)], l[True:], l[::I(3)])
for f in (lambda: l[::0], lambda: l["a":], lambda: l[1.0:], lambda: l[:None:0], lambda: l[Bad():], lambda: l[Bad()], lambda: l[None], lambda: l[()], lambda: l[1, 2], lambda: l[...], lambda: l[I(50)], lambda: l[10 ** 30], lambda: l[10 ** 30:], lambda: l[:-(10 ** 30)], lambda: l[slice(1, 3)], lambda: l[::10 ** 30]):
    try:
        print(f())
    except (TypeError, ValueError, IndexError) as e:
        print(type(e).__name__, e)
