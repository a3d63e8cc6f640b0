# Records for timsort.test.ts, one JSON line each: how an array is made, after how many comparisons to
# fail (0: never), the order that sort leaves, and a digest of every comparison CPython makes.
import hashlib
import json
import sys

MASK = 0x7FFFFFFF


class Numbers:
    """The same little generator as in timsort.test.ts."""

    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 1103515245 + 12345) & MASK
        return (self.state >> 8) % n


class Key:
    log = []
    limit = 0

    def __init__(self, rank, index):
        self.rank = rank
        self.index = index

    def __lt__(self, other):
        Key.log.append(f"{self.index}<{other.index}")
        if len(Key.log) == Key.limit:
            raise KeyError
        return self.rank < other.rank


def runs(numbers, n):
    ranks = []
    while len(ranks) < n:
        run = sorted(numbers.below(1000) for _ in range(1 + numbers.below(150)))
        ranks += run if numbers.below(2) else run[::-1]
    return ranks[:n]


def disturbed(numbers, n):
    ranks = sorted(numbers.below(1000) for _ in range(n))
    for _ in range(n // 10):
        ranks[numbers.below(n)] = numbers.below(1000)
    return ranks


KINDS = {
    "random": lambda numbers, n: [numbers.below(1000) for _ in range(n)],
    "few": lambda numbers, n: [numbers.below(4) for _ in range(n)],
    "rising": lambda numbers, n: sorted(numbers.below(1000) for _ in range(n)),
    "falling": lambda numbers, n: sorted((numbers.below(1000) for _ in range(n)), reverse=True),
    "disturbed": disturbed,
    "runs": runs,
}


def record(kind, n, limit):
    ranks = KINDS[kind](Numbers(n + 1), n)
    keys = [Key(rank, index) for index, rank in enumerate(ranks)]
    Key.log, Key.limit = [], limit
    try:
        keys.sort()
    except KeyError:
        pass
    digest = lambda words: hashlib.sha256(" ".join(words).encode()).hexdigest()[:16]
    order = digest(str(key.index) for key in keys)
    print(json.dumps([kind, n, limit, order, len(Key.log), digest(Key.log)]))


for kind in KINDS:
    for n in [0, 1, 2, 3, 5, 17, 31, 63, 64, 65, 100, 127, 200, 333, 1000, 2500]:
        record(kind, n, 0)
        if n > 60:
            record(kind, n, n + n // 2)
