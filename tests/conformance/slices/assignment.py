# Slice assignment: growing, shrinking, extended, self, errors.
l = list(range(6))
l[1:3] = "abc"
print(l)
l[0:0] = [-1]
print(l)
l[len(l):] = (9,)
l[-1:-1] = {8: 0}
print(l)
l[2:5] = []
print(l)
l[::2] = "xyz" if len(l) % 2 == 1 and len(l) == 5 else [0] * len(l[::2])
print(l)
l[::-1] = l[:]
print(l)
l[1:1] = l
print(l)
l[:] = l[::-1]
print(l, len(l))
l[5:2] = ["between"]
print(l)
l[3:3] = (x for x in "gen")
print(l)
m = l
m[:] = []
print(l, m is l)
l[10:] = [1, 2]
print(l)
for f in (lambda: l.__setitem__(slice(None), 3), lambda: l.__setitem__(slice(None, None, 2), [1, 2, 3]), lambda: l.__setitem__(slice(0, 1, 0), []), lambda: l.__setitem__(slice("a", None), []), lambda: l.__setitem__(slice(None, None, -1), [1]), lambda: l.__setitem__(slice(0, 0, 2), [1]),
          lambda: l.__setitem__("a", 1), lambda: l.__setitem__(5, 1), lambda: l.__setitem__(slice(0, 1), None), lambda: l.__setitem__(slice(None, None, 2), 3), lambda: l.__delitem__(slice(0, 1, 0)), lambda: l.__delitem__("x"), lambda: l.__delitem__(7)):
    try:
        f()
        print("fine", l)
    except (TypeError, ValueError, IndexError) as e:
        print(type(e).__name__, e)
l[0], l[-1] = l[-1], l[0]
l[0] += 5
l[0:1] += [7, 8]
print(l)
