# Subclasses of builtin types: what they keep, what operations return.
class L(list):
    def __init__(self, *a):
        super().__init__(*a)
        self.tag = "L"

    def __getitem__(self, i):
        return "got %r" % (i,)

    def append(self, x):
        super().append(x)
        super().append(x)


l = L([1, 2])
l.append(3)
print(l, len(l), l[0], l[0:1], l.tag, list(l), type(l + [1]).__name__, type(l * 2).__name__, type(l.copy()).__name__, type(l[:]).__name__, sorted(l), l == [1, 2, 3, 3], isinstance(l, list), l.__dict__)
a, *b = l
print(a, b, [x for x in l], l.pop(), 1 in l, l.index(2))


class D(dict):
    def __getitem__(self, k):
        return "item " + str(k)

    def __setitem__(self, k, v):
        super().__setitem__(k, v * 2)


d = D(a=1)
d["b"] = 2
d.update(c=3)
print(d, d["a"], d.get("a"), dict(d), {**d}, d.pop("b"), d.setdefault("z", 5), type(d.copy()).__name__, D.fromkeys("a", 1), type(D.fromkeys("a", 1)).__name__, "%(a)s" % d, "{a}".format(**d), "{a}".format_map(d))


class S(str):
    def upper(self):
        return "S.upper"

    def __add__(self, o):
        return S(str(self) + o + "!")


s = S("abc")
print(s, s.upper(), s + "d", type(s + "d").__name__, type("x" + s).__name__, s.lower(), type(s.lower()).__name__, {s: 1}["abc"], "".join([s]), type("".join([s])).__name__, s == "abc", hash(s) == hash("abc"), s[0], type(s[:]).__name__, f"{s}", type(str(s)).__name__, s.__class__.__name__)


class I(int):
    def __add__(self, o):
        return I(int(self) + o + 100)

    def __repr__(self):
        return "I(%d)" % self

    def __index__(self):
        return 1


i = I(5)
print(i, i + 1, 1 + i, i * 2, type(i * 2).__name__, i == 5, hash(i), [10, 20, 30, 40, 50, 60][i], range(i), int(i), str(i), f"{i}", "%d" % i, I("12"), I(3).real, type(I(3).real).__name__, sum([i, i]), i.bit_length())


class T(tuple):
    def __new__(cls, *a):
        return super().__new__(cls, a)

    x = property(lambda self: self[0])


t = T(1, 2)
print(t, t.x, t + (3,), t == (1, 2), hash(t) == hash((1, 2)), {t: 1}[(1, 2)], len(t), type(t[:]).__name__)


class F(float):
    def __repr__(self):
        return "F"


class B(bytes):
    pass


class St(set):
    pass


print(F(1.5), F(1.5) + 1, [F(2)], B(b"ab") + b"c", type(B(b"a") + b"b").__name__, St([1]) | {2}, type(St([1]) | {2}).__name__, type({2} | St([1])).__name__, St([1]) == {1})
for bad in (bool, type(None), type(...), range, slice, type(NotImplemented), memoryview, type(lambda: 0), type(len), type(x for x in ()), type(iter([]))):
    try:
        type("X", (bad,), {})
        print("fine", bad.__name__)
    except TypeError as e:
        print(e)
