# Rich comparison: defaults, reflections, inheritance of __hash__, total orders, sorting.
class Eq:
    def __init__(self, v):
        self.v = v

    def __eq__(self, o):
        if isinstance(o, Eq):
            return self.v == o.v
        return NotImplemented


print(Eq(1) == Eq(1), Eq(1) != Eq(1), Eq(1) == 1, Eq(1) != 1, Eq.__hash__, Eq(1) in [Eq(1)], [Eq(1)] == [Eq(1)], [Eq(1)].index(Eq(1)), (Eq(2),) == (Eq(3),))
try:
    {Eq(1)}
except TypeError as e:
    print(e)


class Ord(Eq):
    def __lt__(self, o):
        return self.v < o.v

    def __repr__(self):
        return "O%s" % self.v

    __hash__ = None


l = [Ord(3), Ord(1), Ord(2)]
print(sorted(l), min(l), max(l), Ord(1) < Ord(2), Ord(1) > Ord(2), sorted(l, reverse=True))
for f in (lambda: Ord(1) <= Ord(2), lambda: Ord(1) >= Ord(2), lambda: Ord(1) < 5, lambda: hash(Ord(1)), lambda: Eq(1) < Eq(2)):
    try:
        print(f())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)


class Count:
    n = 0

    def __init__(self, v):
        self.v = v

    def __lt__(self, o):
        Count.n += 1
        return self.v < o.v


sorted(Count(i) for i in range(10))
print(Count.n)
Count.n = 0
sorted(Count((i * 7) % 10) for i in range(10))
print(Count.n)
Count.n = 0
max([Count(i) for i in range(5)], key=lambda c: c.v)
print(Count.n)
pairs = [(1, "b"), (0, "z"), (1, "a"), (0, "y")]
print(sorted(pairs), sorted(pairs, key=lambda p: p[0]), sorted(pairs, key=lambda p: (-p[0], p[1])), sorted(pairs, key=lambda p: p[1], reverse=True))


class Ne:
    def __ne__(self, o):
        return "ne"


class Odd:
    def __eq__(self, o):
        return "eq result"

    def __lt__(self, o):
        return [0]

    def __hash__(self):
        return 1


x = Ne()
print(x != x, x == x, Ne() == Ne(), Odd() == 5, 5 == Odd(), Odd() != 5, Odd() < 1, 1 > Odd(), Odd() in [1], [1].count(Odd()), {Odd(): 1}.get(Odd()))


class Never:
    def __eq__(self, o):
        return False

    __hash__ = object.__hash__


n = Never()
print(n == n, n in [n], [n] == [n], {n: 1}[n], [n].index(n), (n,) == (n,), {n} == {n}, [n].count(n))


class Boom:
    def __eq__(self, o):
        raise ZeroDivisionError("eq")

    def __hash__(self):
        return 5


b = Boom()
for f in (lambda: b == 1, lambda: 1 == b, lambda: b in [1], lambda: [1].remove(b), lambda: {b: 1}[5], lambda: {5: 1}[b], lambda: (1,) == (b,), lambda: {b: 1, 6: 2}.get(5)):
    try:
        print(f())
    except ZeroDivisionError as e:
        print(e)
