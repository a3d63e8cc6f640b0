# Random operations on lists, with the capacity that each leaves behind.
import sys


class Numbers:
    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 1103515245 + 12345) & 0x7FFFFFFF
        return (self.state >> 8) % n

    def between(self, low, high):
        return low + self.below(high - low)

    def choice(self, options):
        return options[self.below(len(options))]


numbers = Numbers(2024)


def value():
    kind = numbers.below(10)
    if kind < 5:
        return numbers.between(-10, 10)
    if kind < 8:
        return numbers.between(-2000, 2000)
    return numbers.choice(["a", "b", "xyz", None, True, 2**70, 1.5])


def some(limit):
    return [value() for _ in range(numbers.below(limit))]


def bound(n):
    kind = numbers.below(12)
    if kind == 0:
        return None
    if kind == 1:
        return numbers.choice([10**20, -(10**20), 2**62, -(2**62)])
    return numbers.between(-n - 3, n + 4)


def stride():
    return numbers.choice([None, None, 1, 1, 2, 3, -1, -2, -3, 5, -7, 10**20, -(10**20), 0])


def a_slice(n):
    return slice(bound(n), bound(n), stride())


def store(items):
    s = a_slice(len(items))
    try:
        n = len(range(len(items))[s])
    except ValueError:
        n = 1
    items[s] = some(10) if numbers.below(2) else [value() for _ in range(n)]


def delete(items):
    del items[a_slice(len(items))]


def repeat(items):
    items *= numbers.between(-1, 4)


def grow(items):
    items += some(12)


def swap(items):
    s = a_slice(len(items))
    items[s] = items


def unpack(items):
    first, *middle, last = items
    return sys.getsizeof(middle), middle


def sort(items):
    items.sort(reverse=numbers.below(2) == 1)


def put(items):
    items[numbers.between(-len(items) - 2, len(items) + 2)] = value()


def take(items):
    del items[numbers.between(-len(items) - 2, len(items) + 2)]


STEPS = [
    lambda items: items.append(value()),
    lambda items: items.append(value()),
    lambda items: items.append(value()),
    lambda items: items.insert(numbers.between(-len(items) - 2, len(items) + 2), value()),
    lambda items: items.pop(),
    lambda items: items.pop(numbers.between(-len(items) - 2, len(items) + 2)),
    put,
    take,
    lambda items: items[numbers.between(-len(items) - 2, len(items) + 2)],
    lambda items: items[a_slice(len(items))],
    store,
    store,
    delete,
    delete,
    repeat,
    lambda items: items * numbers.between(-1, 4),
    grow,
    lambda items: items + some(12),
    lambda items: items.extend(some(12)),
    lambda items: items.extend(x for x in some(12)),
    lambda items: items.extend(range(numbers.below(12))),
    lambda items: items.extend(iter(some(12))),
    lambda items: items.extend(tuple(some(12))),
    lambda items: items.extend(items),
    swap,
    lambda items: items.remove(value()),
    lambda items: items.index(value(), numbers.between(-5, 9), numbers.between(-5, 9)),
    lambda items: items.count(value()),
    lambda items: value() in items,
    sort,
    lambda items: items.reverse(),
    lambda items: items.clear(),
    lambda items: items.copy(),
    lambda items: items.__init__(some(12)),
    lambda items: tuple(items),
    lambda items: items < some(6),
    lambda items: items == some(3),
    unpack,
    lambda items: list(reversed(items)),
    lambda items: list(enumerate(items)),
    lambda items: list(zip(items, items[1:])),
    lambda items: [x for x in items if x],
    lambda items: [*items, *some(4)],
    lambda items: hash(tuple(x for x in items if type(x) is int)),
]


def size(result):
    return sys.getsizeof(result) if type(result) in (list, tuple) else ""


for walk in range(40):
    items = some(20)
    print(f"--- {walk}", sys.getsizeof(items), items)
    for _ in range(40):
        at = numbers.below(len(STEPS))
        try:
            result = STEPS[at](items)
            print(at, repr(result)[:90], size(result), end=" ")
        except Exception as e:
            print(at, type(e).__name__, e, end=" ")
        print(len(items), sys.getsizeof(items), repr(items)[:60])
        if len(items) > 60:
            del items[5:]
