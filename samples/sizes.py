"""sys.getsizeof: what objects weigh."""
import sys

for value in (None, True, 0, 1, 2**30, 2**60, 10**30, 1.5, 1j, "", "a", "abc", "é", "日本", "😀", b"", b"abc"):
    print(f"{value!r:>35} {sys.getsizeof(value):>4}")
for value in ((), (1,), (1, 2), [], [1], [1, 2, 3], {}, {"a": 1}, set(), {1}, range(10), slice(1)):
    print(f"{value!r:>35} {sys.getsizeof(value):>4}")

print("A list grows by steps:")
items = []
last = sys.getsizeof(items)
for i in range(100):
    items.append(i)
    if sys.getsizeof(items) != last:
        last = sys.getsizeof(items)
        print(f"    {len(items):>3} items: {last}")
print("A dict grows by doubling:")
table = {}
last = sys.getsizeof(table)
for i in range(100):
    table[i] = i
    if sys.getsizeof(table) != last:
        last = sys.getsizeof(table)
        print(f"    {len(table):>3} items: {last}")


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


class Slotted:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        self.x = x
        self.y = y


p, s = Point(1, 2), Slotted(1, 2)
print("an instance:", sys.getsizeof(p), "and its dict:", sys.getsizeof(p.__dict__))
print("with slots:", sys.getsizeof(s))


def deep_size(value, seen=None):
    seen = set() if seen is None else seen
    if id(value) in seen:
        return 0
    seen.add(id(value))
    size = sys.getsizeof(value)
    if isinstance(value, dict):
        size += sum(deep_size(k, seen) + deep_size(v, seen) for k, v in value.items())
    elif isinstance(value, (list, tuple, set)):
        size += sum(deep_size(v, seen) for v in value)
    return size


record = {"name": "widget", "tags": ["a", "b"], "size": (1.5, 2.5)}
print("a record:", sys.getsizeof(record), "and all of it:", deep_size(record))
print("a thousand of one object:", deep_size([record] * 1000) - deep_size(record))
