# How lists grow and shrink.
import sys

size = sys.getsizeof


def changes(op, n, start=None):
    l = [] if start is None else start
    out = [(len(l), size(l))]
    for i in range(n):
        op(l, i)
        if size(l) != out[-1][1]:
            out.append((len(l), size(l)))
    return out


print(changes(lambda l, i: l.append(i), 200))
print(changes(lambda l, i: l.pop(), 60, list(range(60))))
print(changes(lambda l, i: l.extend([1, 2, 3]), 20))
print(changes(lambda l, i: l.insert(0, i), 30))
print(changes(lambda l, i: l.__delitem__(0), 30, list(range(30))))
print(changes(lambda l, i: l.__iadd__((i,)), 30))
print(size([None] * 5), size(list(range(5))), size([1, 2, 3, 4, 5]), size([i for i in range(5)]), size(list((1, 2, 3, 4, 5))), size(list("abcde")), size(list({1, 2, 3, 4, 5})), size([*range(5)]), size(list(x for x in range(5))), size(sorted(range(5))), size([0] * 5 + [1]), size([1, 2][:]), size(list([1, 2, 3])))
l = list(range(10))
print(size(l), size(l[2:5]), size(l[::2]), size(l * 2), size(l.copy()), size(l + l))
l[3:6] = []
print(size(l))
l[:] = range(3)
print(size(l))
del l[:]
print(size(l))
l.extend(range(100))
print(size(l))
l.clear()
print(size(l))
l += range(17)
print(size(l), size("a b c d e f g".split()), size(list(map(str, range(9)))), size(list(zip(range(9)))), size([[]] * 3), size(list(dict.fromkeys(range(9)))))
l = [1, 2, 3, 4]
l[1:2] = range(20)
print(size(l))
l[5:] = []
print(size(l))
l.sort()
print(size(l))
l *= 3
print(size(l))
l *= 0
print(size(l))
