# The plainest of programs on iteration.
class Count:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n


class Seq:
    def __len__(self):
        return 3

    def __getitem__(self, i):
        if i >= 3:
            raise IndexError
        return i * 10


print(list(Count(3)), [x for x in Seq()], 10 in Seq(), list(reversed(Seq())), sum(Count(4)))
for x in Count(2):
    print(x, end=" ")
a, b, c = Seq()
print(a, b, c, list(zip(Count(2), Seq())), dict(enumerate(Seq())), max(Seq()), tuple(Count(2)), sorted(Count(3)))
it = iter([1, 2])
print(next(it), next(it), next(it, None), list(filter(None, [0, 1, 2])), list(map(lambda x: x + 1, [1, 2])), all([]), any([]))
