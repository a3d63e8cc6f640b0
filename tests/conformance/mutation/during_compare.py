# Comparisons and hashes that change the container they are asked for.
class Clearer:
    def __init__(self, target):
        self.target = target

    def __eq__(self, o):
        self.target.clear()
        return False

    def __hash__(self):
        return 1


l = [1, 2, 3]
c = Clearer(l)
print(c in l, l)
l[:] = [1, 2, 3]
print(l.count(c), l)
l[:] = [1, 2, 3]
for f in (l.index, l.remove):
    l[:] = [1, 2, 3]
    try:
        f(c)
    except ValueError as e:
        print(type(e).__name__, l)
l[:] = [c, 2]
print(l == [1, 2], l)
d = {}
k = Clearer(d)
d[k] = "v"
d[1] = "w"
print(d)
d = {1: "one"}
k = Clearer(d)
try:
    d[k]
except KeyError:
    print("KeyError", d)
d = {1: "one", 2: "two"}
k.target = d
d[k] = "set"
print(len(d), list(d.values()))
s = {1}
k.target = s
s.add(k)
print(len(s))


class Grower:
    def __init__(self, d):
        self.d = d
        self.n = 0

    def __hash__(self):
        return 1

    def __eq__(self, o):
        self.n += 1
        if self.n < 5:
            for i in range(20):
                self.d[i + 100 * self.n] = i
        return False


d = {1: 1}
g = Grower(d)
d[g] = "grown"
print(len(d), d[1], g.n >= 1)
l = [3, 1, 2]


class SortHook:
    def __init__(self, v):
        self.v = v

    def __lt__(self, o):
        l.append(0)
        return self.v < o.v


l[:] = [SortHook(2), SortHook(1)]
try:
    l.sort()
except ValueError as e:
    print(e, len(l))


class Popper:
    def __index__(self):
        l.clear()
        return 0


l[:] = [1, 2, 3]
try:
    print(l[Popper()])
except IndexError as e:
    print(e)
l[:] = [1, 2, 3]
try:
    l[Popper()] = 5
except IndexError as e:
    print(e)
l[:] = [1, 2, 3]
print(l[Popper():], l)
l[:] = [1, 2, 3]
l[Popper():2] = "ab"
print(l)
