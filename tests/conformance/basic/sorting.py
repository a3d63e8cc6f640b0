# The plainest of programs on sorting.
print(sorted([3, 1, 2]), sorted("cab"), sorted([3, 1, 2], reverse=True), sorted(["b", "A", "c"], key=str.lower), sorted({"z": 1, "a": 2}))
l = [(2, "b"), (1, "z"), (2, "a")]
l.sort()
print(l)
l.sort(key=lambda t: t[1], reverse=True)
print(l, min(l), max(l, key=lambda t: t[0]))


class K:
    def __init__(self, v):
        self.v = v

    def __lt__(self, o):
        return self.v > o.v

    def __repr__(self):
        return "K%d" % self.v


print(sorted([K(1), K(3), K(2)]), min(K(1), K(5)), list(reversed([1, 2, 3])), [3, 2, 1][::-1])
try:
    sorted([1, "a"])
except TypeError as e:
    print(e)
