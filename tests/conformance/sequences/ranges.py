# Ranges of every size: slices, membership, hashes, and their iterators.
import sys

BIG = 10**30
STARTS = [0, -7, 2**53 - 1, -(2**63), BIG]
STOPS = [5, -(2**53), 2**63 - 1, -BIG]
STEPS = [1, -3, 2**40, -(2**63), BIG]
SLICES = [slice(None), slice(1, None), slice(None, -1), slice(None, None, -1), slice(3, 100, 2), slice(-1, None, -(2**70)), slice(BIG, -BIG, -1)]


def show(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


def few(it):
    found = []
    for x in it:
        found.append(x)
        if len(found) == 3:
            break
    return found


for start in STARTS:
    for stop in STOPS:
        for step in STEPS:
            r = range(start, stop, step)
            it, back = iter(r), reversed(r)
            print(r, show(len, r[:99]), bool(r), type(it).__name__, type(back).__name__, it.__length_hint__())
            print(few(it), few(back), it.__reduce__()[1:], back.__reduce__()[1:])
            print(show(lambda: r[0]), show(lambda: r[-1]), show(lambda: r[10]), [r[s] for s in SLICES[:4]])
            print(stop - 1 in r, start in r, show(r.index, start + step), r.count(start), hash(r) == hash(range(start, stop, step)))

for s in SLICES:
    for n in (0, 1, 5, 2**70):
        print(s, n, s.indices(n))
print(hash(range(0)), hash(range(3)), hash(range(5, 6, 9)), hash(range(BIG)))
print(range(0) == range(3, 3), range(0, 3, 2) == range(0, 4, 2), range(3) != range(4), range(3) == [0, 1, 2])
print(1.0 in range(3), "a" in range(3), True in range(3), range(3).count(1.0), range(3).index(2.0))
r = range(BIG, BIG + 5)
print(r.start is r[0], r.stop is r[:].stop, range(True).stop, type(range(True).stop))
it = iter(range(10))
print(next(it), next(it), it.__reduce__()[1:], it.__setstate__(3), list(it), it.__length_hint__(), list(it))
it = iter(range(BIG, BIG + 9, 2))
print(next(it), it.__setstate__(2), it.__length_hint__(), list(it), next(it, "end"))
for args in [(), (1, 2, 3, 4), (1.0,), ("a",), (1, 2, 0), (None,)]:
    print(args, show(range, *args))
for key in [9, -9, "a", 1.0, None, slice(None, None, 0), slice("a"), BIG]:
    print(key, show(lambda: range(5)[key]))
print(show(lambda: range(stop=1)), show(lambda: range(3).index(9)), show(lambda: range(3).index("a")), show(lambda: range(3) < range(4)))
print(sys.getsizeof(range(5)), sys.getsizeof(iter(range(5))), sys.getsizeof(iter(range(BIG))))
