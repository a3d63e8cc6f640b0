# range: arithmetic of indexes, membership, equality, huge ones.
r = range(2, 20, 3)
print(r, len(r), r[0], r[-1], r[2:4], r[::-1], list(r), 5 in r, 6 in r, 5.0 in r, "a" in r, r.index(8), r.count(8), r.count(9), r.start, r.stop, r.step)
print(range(0), list(range(5, 0, -2)), range(3) == range(0, 3), range(0, 5, 2) == range(0, 6, 2), range(0) == range(2, 1), hash(range(3)) == hash(range(0, 3, 1)), bool(range(0)), range(5)[1:3], range(10)[::3], range(10)[5:2])
print(range(10 ** 30)[10 ** 29], 10 ** 29 in range(10 ** 30), range(10 ** 30)[-1], list(range(10 ** 20, 10 ** 20 + 3)), range(-(10 ** 20), 0, 10 ** 19)[3], list(reversed(range(0, 10, 3))), list(reversed(range(2 ** 63, 2 ** 63 + 2))))
for f in (lambda: range(), lambda: range(1, 2, 0), lambda: range(1.5), lambda: range("a"), lambda: range(1, 2, 3, 4), lambda: r[99], lambda: r["a"], lambda: len(range(10 ** 30)), lambda: r.index(9), lambda: r.index("a"), lambda: range(3) < range(4), lambda: r + r, lambda: r * 2,
          lambda: setattr(r, "start", 1), lambda: range(a=1), lambda: range(None), lambda: r[1.0], lambda: r.__setitem__(0, 1), lambda: hash(range(3)) == hash(range(3)), lambda: range(10)[::0]):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class I:
    def __index__(self):
        return 4


print(list(range(I())), range(I(), 9), range(True), I() in range(9), range(3).__reduce__()[1], repr(range(1, 2, 3)), repr(range(1, 2)))
it = iter(range(3))
print(it.__length_hint__(), next(it), it.__length_hint__(), list(it), list(it), type(it).__name__, type(iter(range(10 ** 20))).__name__)
total = 0
for i in range(10):
    for i in range(i):
        total += i
print(total, i)
for n in range(0):
    pass
try:
    n
except NameError as e:
    print(e)
