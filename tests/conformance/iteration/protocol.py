# The iteration protocol: __iter__, __next__, __getitem__, iter with a sentinel.
class Count:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


class Seq:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i * 10


class Len:
    def __len__(self):
        return 2

    def __getitem__(self, i):
        return ["x", "y"][i]


print(list(Count(3)), list(Seq()), 20 in Seq(), 5 in Count(9), list(reversed(Len())), [*Seq()], max(Seq()), tuple(Count(2)), sum(Count(4)), dict(zip(Seq(), Len())), list(map(str, Seq())))
a, b, c = Seq()
print(a, b, c, sorted(Count(3)), "".join(Len()), list(enumerate(Len(), 5)))
calls = iter([1, 2, 0, 3])
print(list(iter(lambda: next(calls), 0)), list(calls))
it = iter(Seq())
print(type(it).__name__, next(it), it.__reduce__()[1][0].__class__.__name__)


class NoIter:
    pass


class NoneIter:
    __iter__ = None


class BadIter:
    def __iter__(self):
        return 3


class BadNext:
    def __iter__(self):
        return self

    __next__ = 5


class Raises:
    def __iter__(self):
        raise ValueError("in iter")


for x in (NoIter(), NoneIter(), BadIter(), BadNext(), Raises(), 3, None, int, lambda: 0):
    for f in (iter, list, lambda x: [*x], lambda x: 1 in x, lambda x: next(x)):
        try:
            print(type(f(x)).__name__)
        except (TypeError, ValueError) as e:
            print(type(e).__name__, e)
for f in (lambda: iter(), lambda: iter(3, 4), lambda: next(), lambda: next(iter([])), lambda: next(iter([]), 1, 2), lambda: iter([1]).__next__(1), lambda: reversed({1}), lambda: reversed(Count(1)), lambda: enumerate(), lambda: enumerate([], "a"), lambda: zip(1), lambda: zip([], strict=1, x=2)):
    try:
        print(f())
    except (TypeError, StopIteration) as e:
        print(type(e).__name__, e)
