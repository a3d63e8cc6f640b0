# Augmented assignment evaluates its target once and stores back what the operator gives.
class L:
    def __init__(self):
        self.log = []

    def __getitem__(self, i):
        self.log.append(("get", i))
        return i

    def __setitem__(self, i, v):
        self.log.append(("set", i, v))

    def __getattr__(self, n):
        self.log.append(("getattr", n))
        return 10


def key(k):
    print("key", end=" ")
    return k


l = L()
l[key(3)] += 4
l[key(1):key(2)] = 5
l.attr -= 1
l["x", key("y")] *= 1
print(l.log, l.attr)
t = ([1], 2)
try:
    t[0] += [2]
except TypeError as e:
    print(e, t)
try:
    t[1] += 1
except TypeError as e:
    print(e, t)
d = {"a": 1}
d["a"] += 1
d["a"] <<= 3
try:
    d["b"] += 1
except KeyError as e:
    print(e, d)
x = [0, 0]
i = 0
x[i], i = 5, 1
x[i] += x[i - 1]
print(x)
a = b = [1]
a += a
a *= 2
print(a is b, b)


class NoIadd:
    def __add__(self, o):
        return "added"


n = NoIadd()
n += 1
print(n)


class Iadd:
    def __iadd__(self, o):
        return NotImplemented

    def __add__(self, o):
        return "fallback"


m = Iadd()
m += 1
print(m)
try:
    undefined += 1
except NameError as e:
    print(e)


def local():
    try:
        v += 1
    except UnboundLocalError as e:
        print(e)
    v = 1


local()
s = "a"
s += "b" * 2
s *= 2
s %= ()
print(s)
