# list.sort: which comparisons, in which order, and what is left when one of them fails.
log = []


class Key:
    def __init__(self, rank, name):
        self.rank = rank
        self.name = name

    def __lt__(self, other):
        log.append(f"{self.name}<{other.name}")
        return self.rank < other.rank

    def __repr__(self):
        return f"{self.rank}{self.name}"


def keys(ranks):
    return [Key(rank, chr(97 + i % 26)) for i, rank in enumerate(ranks)]


for ranks in [[], [1], [2, 1], [1, 2, 3, 4], [4, 3, 2, 1], [3, 1, 2, 3, 1], [1] * 6, [5, 4, 4, 3, 9, 9, 1, 0]]:
    items = keys(ranks)
    log.clear()
    items.sort()
    print(items, log)
    log.clear()
    items.sort(reverse=True)
    print(items, log)
    log.clear()
    print(sorted(items, key=lambda k: k.rank), log)
    print(sorted(keys(ranks), key=lambda k: -k.rank, reverse=True))


class Odd:
    """Answers NotImplemented first."""

    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        log.append(f"lt{self.n}{other.n}")
        return NotImplemented

    def __gt__(self, other):
        log.append(f"gt{self.n}{other.n}")
        return self.n > other.n

    def __repr__(self):
        return f"Odd{self.n}"


log.clear()
print(sorted([Odd(3), Odd(1), Odd(2)]), log)


class Truth:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return [1] if self.n < other.n else []


print([t.n for t in sorted([Truth(3), Truth(1), Truth(2)])])
for mixed in [[1, "a"], ["a", 1, 2], [3, 2.5, True, -1], [1.5, float("nan"), 0.5], ["b", "a", "\U0001f600", "\uffff", "é"], [(1, "b"), (1, "a"), (0, "z")], [(1, 2), (1,)], [(1, None), (1, None)], [(1, None), (1, 2)], [[2], [1, 5], []], [None, None], [{1}, {2}], [2**70, 5, -(2**70), 2**60], [True, False, True], [b"b", b"a"], [(), (1,), ()]]:
    try:
        print(sorted(mixed), sorted(mixed, reverse=True))
    except TypeError as e:
        print(e)

items = [3, 1, 2]
try:
    items.sort(key=lambda x: items.append(x) or x)
except ValueError as e:
    print(e, items)
items = [3, 1, 2]
print(items.sort(key=lambda x: len(items)), items)
items = [3, 1, 2]
try:
    items.sort(key=lambda x: 1 // (x - 1))
except ZeroDivisionError as e:
    print(e, items)


class Fails(Key):
    def __lt__(self, other):
        log.append(1)
        if len(log) == 4:
            raise KeyError("enough")
        return self.rank < other.rank


for reverse in (False, True):
    log.clear()
    items = [Fails(rank, "x") for rank in [5, 3, 4, 1, 2]]
    try:
        items.sort(reverse=reverse)
    except KeyError as e:
        print(e, items)
    log.clear()
    names = list("abcde")
    ranks = dict(zip(names, [5, 3, 4, 1, 2]))
    try:
        names.sort(key=lambda n: Fails(ranks[n], n), reverse=reverse)
    except KeyError as e:
        print(e, names)


class Gone:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n

    def __del__(self):
        print("gone", self.n, end="; ")


for reverse in (False, True):
    print(sorted([3, 1, 2], key=Gone, reverse=reverse))
items = [4, 2, 9]
for call in [lambda: items.sort(1), lambda: items.sort(foo=1), lambda: items.sort(key=1), lambda: items.sort(reverse="a"), lambda: sorted(), lambda: sorted(1), lambda: sorted([], 1), lambda: sorted(items, key=None, reverse=[])]:
    try:
        print(call(), items)
    except TypeError as e:
        print(e)
big = [(i * 7919) % 1000 for i in range(1000)]
print(sorted(big) == list(range(1000)), sorted(big, key=lambda x: -x)[:5], sorted(map(str, big))[:5], sorted(big, reverse=True)[:3])
