# Nested containers share what they hold; copying is shallow.
import sys

row = [0] * 3
grid = [row] * 2
grid[0][0] = 1
print(grid, grid[0] is grid[1], sys.getrefcount(row))
grid = [[0] * 3 for _ in range(2)]
grid[0][0] = 1
print(grid, grid[0] is grid[1])
d = dict.fromkeys("ab", [])
d["a"].append(1)
print(d, d["a"] is d["b"])
a = [1, [2, 3], {"k": [4]}]
b = a[:]
c = list(a)
b[0] = 9
b[1].append(5)
c[2]["k"].append(6)
print(a, b, c, a[1] is b[1] is c[1])


def default(x, acc=[]):
    acc.append(x)
    return acc


print(default(1), default(2), default(3, []), default.__defaults__)


def deep(x):
    if isinstance(x, list):
        return [deep(y) for y in x]
    if isinstance(x, dict):
        return {k: deep(v) for k, v in x.items()}
    return x


e = deep(a)
e[1].append("only here")
print(a[1], e[1], e == a)
table = {}
for word in "the cat the dog the end".split():
    table.setdefault(len(word), {}).setdefault(word, []).append(len(table))
print(table)
matrix = [[1, 2, 3], [4, 5, 6]]
print([list(r) for r in zip(*matrix)], [x for r in matrix for x in r], [[x * y for x in r] for y, r in enumerate(matrix)])
stack, queue = [], []
for i in range(5):
    stack.append(i)
    queue.insert(0, i)
print([stack.pop() for _ in range(3)], [queue.pop() for _ in range(3)], stack, queue)
x = [[]]
x[0].append(x[0])
print(x, sys.getrefcount(x[0]))
del x[0][0]
print(x, sys.getrefcount(x[0]))
