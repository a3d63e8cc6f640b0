# The plainest of programs on lists.
l = [3, 1, 2]
l.append(4)
print(l, len(l), l[0], l[-1], l[1:3], l[::-1])
l[0] = 30
del l[1]
print(l, 4 in l, l.index(2), l.count(4))
l.extend([5, 6])
l.insert(1, 99)
print(l, l.pop(), l.pop(0), l)
l.sort()
print(l, sorted(l, reverse=True), l + [1], l * 2)
l.reverse()
l.remove(99)
print(l, [x * 2 for x in l if x > 2])
l[1:2] = [7, 8, 9]
print(l, l == [5, 7, 8, 9, 2], l[:], [] == [], [1, 2] < [1, 3])
a = b = [1]
a.append(2)
print(b, a is b, a[:] is a)
m = [[0] * 2 for _ in range(2)]
m[0][1] = 5
print(m, list("ab"), list(range(3)), [*l, 0])
l.clear()
print(l, bool(l), [[], [[]]])
