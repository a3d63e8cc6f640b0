# Iterators of sequences, and what is built on them: states, hints, ends, errors.
import gc
import sys


class Items:
    """A sequence by __getitem__ alone."""

    def __init__(self, items):
        self.items = items

    def __getitem__(self, i):
        return self.items[i]


class Sized(Items):
    def __len__(self):
        return len(self.items)


def show(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


def state(it):
    kind, args, *rest = it.__reduce__()
    return kind.__name__, [a if not isinstance(a, Items) else type(a).__name__ for a in args], rest


for make in [
    lambda: iter([1, 2, 3]),
    lambda: reversed([1, 2, 3]),
    lambda: iter((1, 2, 3)),
    lambda: iter(Sized([1, 2, 3])),
    lambda: reversed(Sized([1, 2, 3])),
    lambda: reversed("abc"),
    lambda: iter(range(3)),
]:
    it = make()
    print(type(it).__name__, sys.getsizeof(it), gc.is_tracked(it), it is iter(it), it.__length_hint__(), state(it))
    print(next(it), it.__length_hint__(), state(it))
    for position in (0, 2, -5, 50):
        it = make()
        it.__setstate__(position)
        print(position, state(it), it.__length_hint__(), show(list, it), show(state, it), show(it.__length_hint__))
    it = make()
    print(list(it), next(it, "end"), state(it), it.__length_hint__(), it.__setstate__(0), list(it))
    print(show(it.__setstate__), show(it.__setstate__, "a"), show(it.__setstate__, 10**30), show(it.__reduce__, 1))

items = [1, 2, 3]
it = iter(items)
for x in it:
    if x < 6:
        items.append(x + 3)
print(items, list(it), items.append(9), list(it))
items = [1, 2, 3, 4]
it, back = iter(items), reversed(items)
next(it), next(back)
del items[1:]
print(list(it), list(back), it.__length_hint__(), back.__length_hint__())
print(list(Items([1, 2])), 2 in Items([1, 2]), 3 in Items([1, 2]), show(lambda: 1 in 5), show(iter(Items([])).__length_hint__))
print(show(reversed, Items([1])), show(reversed, 1), show(reversed, {1}), show(reversed), show(reversed, 1, 2), show(reversed, sequence=[]))


class Stops:
    def __getitem__(self, i):
        if i == 2:
            raise StopIteration
        if i == 5:
            raise KeyError(i)
        return i


print(list(Stops()), 1 in Stops())
it = iter(Stops())
it.__setstate__(3)
print(show(list, it), it.__reduce__()[2])


class NoIter:
    __iter__ = None

    def __getitem__(self, i):
        return i


class NotIterator:
    def __iter__(self):
        return 5


class NoContains(list):
    __contains__ = None


print(show(iter, NoIter()), show(iter, NotIterator()), show(lambda: 1 in NoContains()), show(next, []), show(iter, 5))
print(show(lambda: [*5]), show(lambda: list(5)), show(tuple, 5))


def unpack(value):
    a, b = value


def star(value):
    a, *b, c = value
    return a, b, c


for value in [5, [1], [1, 2, 3], (1, 2, 3), {1: 2}, "a", "abcd", Items([1]), Items([1, 2, 3]), iter([]), None, range(3)]:
    print(show(unpack, value), show(star, value) if not isinstance(value, (Items, type(iter([])))) else "")

# enumerate
print(list(enumerate("ab")), list(enumerate("ab", -1)), list(enumerate("ab", 10**20)), list(enumerate("abc", 2**63 - 1)))
e = enumerate("ab", start=2**62)
print(next(e), e.__reduce__()[1][1], sys.getsizeof(e), enumerate[int])
for args, kwargs in [((), {}), ((1,), {}), (([], 1, 2), {}), (([], "a"), {}), (([],), {"start": "a"}), ((), {"start": 2}), (([],), {"foo": 2}), (([],), {"start": 1, "foo": 2}), ((), {"iterable": "x", "start": 3})]:
    print(show(lambda: list(enumerate(*args, **kwargs))))
e = enumerate([object(), object()])
first = next(e)
second = next(e)
print(first is second)
e = enumerate("ab")
one = id(next(e))
two = id(next(e))
print(one == two)

# zip
print(list(zip()), list(zip("ab")), list(zip("ab", [1, 2, 3], range(9))), zip(strict=True).__reduce__(), list(zip("ab", "cd", strict=True)))
for args in [("a", ""), ("", "a"), ("a", "b", ""), ("", "", "a"), ("a", "b", "cc"), ("aa", "bb", "c"), ("ab", "c", "d")]:
    print(show(lambda: list(zip(*args, strict=True))))
print(show(zip, 1), show(zip, [], 1), show(zip, foo=1), show(zip, strict=1, foo=2))
z = zip("ab", "cd")
first, second = next(z), next(z)
print(first is second, first, next(z, None))
z = zip("ab", "cd")
print(id(next(z)) == id(next(z)))
z = zip([1, 2], [3, 4], strict=True)
print(next(z), len(z.__reduce__()[1]), z.__reduce__()[2], z.__setstate__(0), len(z.__reduce__()))

# map and filter
print(list(map(pow, [2, 3], [4, 5, 6])), list(map(str, [])), list(filter(None, [0, 1, "", "a"])), list(filter(bool, [0, 2])), list(filter(lambda x: x > 1, [1, 2, 3])))
print(show(map), show(map, 1), show(map, 1, 2), show(map, 1, [], a=1), show(map, a=1), show(lambda: list(map(1, [1]))))
print(show(filter), show(filter, 1), show(filter, 1, 2), show(filter, 1, 2, 3), show(filter, function=1, iterable=2), show(lambda: list(filter(1, [1]))))


class MyMap(map):
    def __init__(self, *args, extra=None):
        self.extra = extra


class MyZip(zip):
    pass


m = MyMap(str, [1, 2], extra=5)
print(m.extra, list(m), [sys.getsizeof(x) for x in (map(str, []), filter(None, []), zip([]), enumerate([]), reversed("a"), iter(int, 1))])
print(list(MyZip("ab", "cd")), show(MyZip, [], foo=1))


def fail(x):
    if x == 2:
        raise ValueError("two")
    return x


m = map(fail, [1, 2, 3])
print(next(m), show(next, m), next(m), next(m, "end"))
f = filter(fail, [1, 2, 3])
print(next(f), show(next, f), next(f), next(f, "end"))


class Hint:
    def __init__(self, hint):
        self.hint = hint

    def __iter__(self):
        return iter([1, 2, 3])

    def __length_hint__(self):
        if isinstance(self.hint, Exception):
            raise self.hint
        return self.hint


for hint in [0, 3, 100, NotImplemented, "a", -1, TypeError("t"), ValueError("v"), 10**30, True]:
    result = show(list, Hint(hint))
    print(result, sys.getsizeof(result) if isinstance(result, list) else "", show(tuple, Hint(hint)))
