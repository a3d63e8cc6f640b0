# Containers compare identity before equality; what that shows with values unequal to themselves.
nan = float("nan")
print(nan == nan, [nan] == [nan], (nan,) == (nan,), {nan} == {nan}, {1: nan} == {1: nan}, nan in [nan], [nan].index(nan), [nan].count(nan), [float("nan")] == [nan], {nan: 1}.get(nan), {nan: 1}.get(float("nan")), len({nan, nan}), len({nan, float("nan")}))


class Never:
    def __eq__(self, o):
        calls.append("eq")
        return False

    __hash__ = object.__hash__


class Counter:
    def __init__(self, v):
        self.v = v

    def __eq__(self, o):
        calls.append(self.v)
        return isinstance(o, Counter) and self.v == o.v

    def __hash__(self):
        calls.append("hash")
        return 7


calls = []
n = Never()
print(n == n, [n] == [n], n in [n], {n: 1}[n], calls)
calls.clear()
a, b, c = Counter(1), Counter(1), Counter(2)
print([a, b] == [a, b], calls)
calls.clear()
print([a, c] == [b, c], calls)
calls.clear()
print([a] == [a, b], [a, b] != [a], calls)
calls.clear()
print((a, c) == (a, b), calls)
calls.clear()
d = {a: "a"}
print(calls)
calls.clear()
print(d[a], calls)
calls.clear()
print(d[b], calls)
calls.clear()
print(d.get(c), calls)
calls.clear()
d[c] = "c"
print(len(d), calls)
calls.clear()
print({a: 1} == {a: 1}, {a: 1} == {b: 1}, {a: c} == {a: c}, calls)
calls.clear()
print(b in {a, c}, {a} == {b}, {a} & {b} == {a}, calls.count("hash") > 0)
calls.clear()
print([a, b, c].index(c), calls, [a, b].count(b))
calls.clear()
print((1, a) == (2, a), calls, a in (x for x in [b]), [1, 2] == (1, 2), calls)
