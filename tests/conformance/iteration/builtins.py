# map, filter, zip, enumerate, reversed, any, all, sorted: lazy or not, and how they end.
log = []


def trace(x):
    log.append(x)
    return x


m = map(trace, [1, 2, 3])
print(log, next(m), log, list(m), log, list(m))
print(list(map(lambda a, b: a + b, [1, 2, 3], [10, 20])), list(filter(None, [0, 1, "", "a", [], [0]])), list(filter(lambda x: x > 1, range(4))), list(map(max, [1, 5], [3, 2])))
print(list(zip()), list(zip([1])), list(zip("abc", range(2))), list(zip([1, 2], [3, 4], [5, 6])), list(enumerate("ab")), list(enumerate("ab", 10)), list(reversed([1, 2])), list(enumerate([], 1)))
a = iter([1, 2, 3, 4])
print(list(zip(a, a)), next(a, "end"))
b = iter(range(5))
print(list(zip([1, 2], b)), next(b), list(zip(b, [1])), next(b, "gone"))
for args in ((["a", "b"], [1]), (["a"], [1, 2]), ([], [1]), ([1], [])):
    try:
        print(list(zip(*args, strict=True)))
    except ValueError as e:
        print(e)
try:
    list(zip([1], [1], [1, 2], strict=True))
except ValueError as e:
    print(e)
print(any([]), all([]), any([0, 1]), all([1, 0]), any(trace(x) for x in (0, 5, 6)), log)
print(sorted("hello"), sorted({3: 0, 1: 0}), sorted([3, 1], reverse=True), sorted("bA", key=str.lower), sorted([(1, "b"), (0, "c"), (1, "a")], key=lambda t: t[0]))
for f in (lambda: map(), lambda: map(len), lambda: list(map(3, [1])), lambda: filter(), lambda: list(filter(3, [1])), lambda: any(), lambda: any(3), lambda: sorted(), lambda: sorted(3), lambda: sorted([1], 2), lambda: reversed(3), lambda: reversed(), lambda: list(map(len, [1])), lambda: next(map(lambda: 0, [1])), lambda: next(zip([1], 3)), lambda: all(None), lambda: map(len, 3)):
    try:
        print(f())
    except TypeError as e:
        print(e)
print([type(x).__name__ for x in (iter([]), iter(()), iter(""), iter("é"), iter({}), iter({}.values()), iter({}.items()), iter(set()), iter(b""), iter(range(1)), iter(bytearray()), zip(), map(len, []), filter(None, []), enumerate([]), reversed([]), reversed(()), reversed({}), reversed(range(1)), iter(len, 1), iter(memoryview(b"")))])
