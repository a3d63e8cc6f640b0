# The plainest of programs on tuples sets.
t = (1, 2, 3)
a, b, c = t
print(t, t[0], t[1:], len(t), a, b, c, t + (4,), t * 2, 2 in t, t.index(3), (), (1,))
first, *rest = t
print(first, rest, t == (1, 2, 3), t < (2,), tuple("ab"), hash((1, 2)) == hash((1, 2)))
s = {1, 2, 3}
s.add(2)
s.add(4)
s.discard(1)
print(s, len(s), 2 in s, s & {2, 9}, s | {9}, s - {2}, s ^ {2, 5}, set(), {1} < {1, 2}, frozenset([1]))
print(set([1, 1, 2]), {x % 2 for x in range(5)}, {1, 2} == {2, 1}, sorted({3, 1, 2}), sum({1, 2}))
x, (y, z) = 1, (2, 3)
print(x, y, z, [i for i in (5, 6)], max((4, 7)), any((0, 1)), all(()))
try:
    t[0] = 1
except TypeError as e:
    print(e)
s.remove(4)
try:
    s.remove(4)
except KeyError as e:
    print("KeyError", e)
