# __len__, __getitem__, __setitem__, __delitem__, __contains__, __iter__, __reversed__, __missing__, __length_hint__.
class Seq:
    def __init__(self):
        self.log = []

    def __len__(self):
        self.log.append("len")
        return 3

    def __getitem__(self, k):
        self.log.append(("get", k))
        if isinstance(k, int) and not 0 <= k < 3:
            raise IndexError(k)
        return k

    def __setitem__(self, k, v):
        self.log.append(("set", k, v))

    def __delitem__(self, k):
        self.log.append(("del", k))


s = Seq()
s[1], s["a"], s[1:2], s[...], s[1, 2]
s[0] = 5
del s[0]
print(s.log)
s.log.clear()
print(list(s), 1 in s, 9 in s, list(reversed(s)), s.log)
s.log.clear()
print(bool(s), len(s), [*s][:1], sorted(s), s.log)


class Contains:
    def __contains__(self, x):
        return "truthy" if x else ""


class Hint:
    def __iter__(self):
        return iter("ab")

    def __length_hint__(self):
        print("hint", end=" ")
        return 10


class BadHint(Hint):
    def __length_hint__(self):
        return -1


class NoContains:
    __contains__ = None

    def __iter__(self):
        return iter([1])


class Rev:
    def __reversed__(self):
        return "anything"


class NoRev:
    __reversed__ = None


print(1 in Contains(), 0 in Contains(), 0 not in Contains(), list(Hint()), reversed(Rev()))
for f in (lambda: list(BadHint()), lambda: 1 in NoContains(), lambda: reversed(NoRev()), lambda: len(Contains()), lambda: Contains()[0], lambda: iter(Contains()), lambda: exec("Contains()[0] = 1"), lambda: exec("del Contains()[0]"), lambda: reversed({1, 2}), lambda: 1 in 5):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


class Len:
    def __init__(self, v):
        self.v = v

    def __len__(self):
        return self.v


for v in (0, 5, -1, "x", 1.5, 2 ** 70, True, None):
    try:
        print(len(Len(v)), bool(Len(v)))
    except (TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)


class D(dict):
    def __missing__(self, k):
        self[k] = [k]
        return self[k]

    def __getitem__(self, k):
        return dict.__getitem__(self, k)


d = D()
print(d["q"], d, d.get("z"), "z" in d)
print(type("K", (), {"__class_getitem__": classmethod(lambda c, k: k)})[1:2])
