# The value of a StopIteration passes through the builtin iterators that ask another one.
import sys


def g(n):
    for i in range(n):
        yield i
    return "end"


def through(it):
    found = yield from it
    print("value", found)


for make in (
    lambda: enumerate(g(2)),
    lambda: zip(g(2)),
    lambda: zip(g(1), g(2)),
    lambda: zip(range(2), g(1)),
    lambda: zip(g(1), g(1), strict=True),
    lambda: map(str, g(2)),
    lambda: filter(None, g(2)),
    lambda: enumerate(zip(map(str, g(1)))),
):
    print(list(through(make())))


class Count:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        self.n -= 1
        if self.n == 1:
            raise ValueError(self.n)
        if self.n < 0:
            raise StopIteration("done", self.n)
        return self.n


for adapter in (enumerate, zip):
    try:
        for x in adapter(Count(4)):
            print(x)
    except ValueError as e:
        print("error", e)
    it = adapter(Count(0))
    try:
        next(it)
    except StopIteration as e:
        print("stop", e.args)
for i, x in enumerate(map(str, range(1000, 1003))):
    print(i, x, sys.getrefcount(i), sys.getrefcount(x))
