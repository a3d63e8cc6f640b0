# Callbacks of map, filter, sorted, join and others that change their own source.
l = [1, 2, 3]
print([x for x in map(lambda v: l.append(v) if len(l) < 6 else v, l)], l)
l = [1, 2, 3, 4]
print(list(filter(lambda v: l.pop() and True, l)), l)
l = [3, 1, 2]
print(sorted(l, key=lambda v: l.clear() or v), l)
l = [3, 1, 2]
print(l)
l = ["a", "b"]


class S(str):
    def __len__(self):
        l.clear()
        return super().__len__()


l.append(S("c"))
print("-".join(l), l)
l = [1, 2, 3]


def gen():
    for x in list(l):
        l.append(x) if len(l) < 5 else None
        yield x


l.extend(gen())
print(l)
l = [1, 2]
l[:] = (l.append(x) or x for x in list(l))
print(l)
l = [1, 2, 3]
l[1:2] = (l.pop() for _ in range(2))
print(l)
d = {"a": 1}


def kv():
    yield "b", 2
    d["x"] = "from generator"
    yield "c", 3


d.update(kv())
print(d)


class Keys:
    def keys(self):
        d.clear()
        return ["k"]

    def __getitem__(self, k):
        d["seen"] = 1
        return k


d.update(Keys())
print(d)
t = [1, 2, 3]
a, b, c = (t.pop() for _ in range(3))
print(a, b, c, t)
l = [1, 2, 3]
i = iter(l)
print(list(zip(i, (l.append(9) or y for y in i))), l)
s = {1, 2, 3}
try:
    print(sum(s.add(x + 10) or x for x in s))
except RuntimeError as e:
    print(e)
l = list(range(5))
print(any(l.remove(x) for x in l), l)


class Eq:
    def __eq__(self, o):
        l.append("x")
        return len(l) > 8


l = [1, 2, 3]
print(Eq() in l, l)
it = iter([1, 2, 3])
print([(x, next(it, None)) for x in it])
l = [1]
l += (x + 1 for x in l if x < 5)
print(l)
l = [1, 2]
l *= 2
l.extend(l[:1] for _ in range(2))
print(l)
b = bytearray(b"abc")
try:
    b += b
except BufferError as e:
    print(e)
print(b)
