# List methods and what they refuse.
l = [3, 1, 2]
l.append(4)
l.extend("ab")
l.insert(0, "first")
l.insert(-1, "before last")
l.insert(99, "end")
l.insert(-99, "start")
print(l, len(l), l.pop(), l.pop(0), l.pop(-2), l)
l.remove(1)
print(l, l.index(2), l.count(4), 4 in l, "z" not in l, l.index(4, 1), l.index("a", -3))
l.reverse()
print(l, l.copy() is l, l.copy() == l, l * 2, 2 * [1], [1] + [2], [] * 5)
l += (9, 8)
l *= 1
print(l)
m = [5, 3, 1, 4]
print(m.sort(), m, m.sort(reverse=True), m, sorted(m, key=lambda x: -x), sorted("bca", reverse=True), m.clear(), m)
for f in (lambda: [].pop(), lambda: [1].pop(5), lambda: [1].pop("a"), lambda: [].remove(1), lambda: [].index(1), lambda: [1].index(1, 1), lambda: [].append(), lambda: [].append(1, 2), lambda: [].extend(3), lambda: [].insert(1),
          lambda: [].insert("a", 1), lambda: [1] + (2,), lambda: [1] * [2], lambda: [1].sort(3), lambda: [1].sort(key=3), lambda: [1, "a"].sort(), lambda: [].sort(reverse="x"), lambda: [1].__getitem__("a"), lambda: [1].__getitem__(3), lambda: [].__setitem__(0, 1),
          lambda: [].__delitem__(0), lambda: [1] < [None], lambda: list(3), lambda: list(1, 2), lambda: list(a=1), lambda: [].__iadd__(3), lambda: hash([]), lambda: [].count(), lambda: [1].index(2), lambda: [1].__init__(5), lambda: [1, 2].__imul__("a"), lambda: [].copy(1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
try:
    [].x = 1
except AttributeError as e:
    print(e)
try:
    l[1.0]
except TypeError as e:
    print(e)
try:
    l["a"] = 1
except TypeError as e:
    print(e)
try:
    del l[99]
except IndexError as e:
    print(e)
print([1, [2]] == [1, [2]], [1, 2] != [1, 2], [1, 2] > [1], repr([[], [[]]]), str([None, "a"]))
