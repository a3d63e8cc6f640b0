# Sorting by hand against sorted: stability, keys, reverse, counts of comparisons.
def bubble(l):
    l = list(l)
    for i in range(len(l)):
        for j in range(len(l) - 1 - i):
            if l[j] > l[j + 1]:
                l[j], l[j + 1] = l[j + 1], l[j]
    return l


def quick(l):
    if len(l) < 2:
        return l
    p, *rest = l
    return quick([x for x in rest if x < p]) + [p] + quick([x for x in rest if x >= p])


def merge(l):
    if len(l) < 2:
        return l
    a, b = merge(l[:len(l) // 2]), merge(l[len(l) // 2:])
    out = []
    while a and b:
        out.append((a if a[0] <= b[0] else b).pop(0))
    return out + a + b


def heap(l):
    l = list(l)

    def sift(i, n):
        while (c := 2 * i + 1) < n:
            c += c + 1 < n and l[c + 1] > l[c]
            if l[i] >= l[c]:
                return
            l[i], l[c] = l[c], l[i]
            i = c
    for i in reversed(range(len(l) // 2)):
        sift(i, len(l))
    for n in reversed(range(1, len(l))):
        l[0], l[n] = l[n], l[0]
        sift(0, n)
    return l


def insertion(l):
    out = []
    for x in l:
        i = len(out)
        while i and out[i - 1] > x:
            i -= 1
        out.insert(i, x)
    return out


data = [(i * 7919) % 101 for i in range(60)]
want = sorted(data)
print([f(data) == want for f in (bubble, quick, merge, heap, insertion)], want[:5], data[:5])
pairs = [(i % 3, i) for i in range(10)]
print(sorted(pairs, key=lambda p: p[0]), sorted(pairs, key=lambda p: p[0], reverse=True))
print(sorted("The quick brown Fox".split(), key=str.lower), sorted([3, 1.5, True, -2]), sorted(["b", "a"]) == ["a", "b"], sorted({"x": 1, "a": 2}), sorted([[2], [1, 5], []]))


class K:
    n = 0

    def __init__(self, v):
        self.v = v

    def __lt__(self, o):
        K.n += 1
        return self.v < o.v


for order in (range(50), range(50, 0, -1), data, [1] * 50, list(range(25)) + list(range(25))):
    K.n = 0
    sorted(map(K, order))
    print(K.n, end=" ")
print()
