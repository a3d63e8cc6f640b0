# The order of a set of ints follows insertion, collisions and growth.
def show(label, s):
    print(label, list(s))


show("few", {3, 1, 2})
show("eight apart", {0, 8, 16, 24})
show("reversed", set([24, 16, 8, 0]))
show("grown", set(range(30, 0, -3)))
s = set()
for i in range(0, 100, 9):
    s.add(i)
    if i % 2:
        show(i, s)
s.discard(9)
s.discard(27)
s.add(1009)
show("replaced", s)
t = set(s)
show("copied", t)
show("copy method", s.copy())
show("union", s | {5, 500})
show("minus", s - {0, 18})
show("xor", s ^ {0, 1})
show("and", s & set(range(50)))
while len(t) > 3:
    t.pop()
show("popped", t)
t.update(range(5))
show("updated", t)
show("negative", {-1, -2, -3, 4, -100})
show("big", {2 ** 61, 2 ** 61 - 1, 2 ** 62, 5, 10 ** 20})
show("floats", {0.5, 1.5, 2.0, 1e10, -0.25})
show("tuples", {(1, 2), (3, 4), (0,), ()})
show("mixed", {True, 2, 2.5, None is None, 1j})
show("comprehension", {x * x % 50 for x in range(20)})
show("frozen", frozenset([100, 50, 25, 12]))
show("from dict", set({9: 0, 1: 0, 17: 0}))
show("sub", {frozenset([1]), frozenset([2])} and {1, 9, 17, 25, 33})
