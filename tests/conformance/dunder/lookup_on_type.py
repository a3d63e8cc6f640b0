# Special methods are looked up on the type, not on the instance.
class A:
    pass


a = A()
a.__len__ = lambda: 5
a.__call__ = lambda: "called"
a.__str__ = lambda: "str"
a.__iter__ = lambda: iter([1])
a.__add__ = lambda o: "sum"
a.__eq__ = lambda o: "eq"
a.__hash__ = lambda: 1
a.__bool__ = lambda: False
a.__contains__ = lambda x: True
a.__getitem__ = lambda k: k
a.__getattr__ = lambda n: n
a.__enter__ = a.__exit__ = lambda *x: None
a.__class_getitem__ = lambda k: k
for f in (lambda: len(a), lambda: a(), lambda: iter(a), lambda: a + 1, lambda: 1 in a, lambda: a[0], lambda: a.missing, lambda: A[0]):
    try:
        print(f())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
print(str(a) == "str", a == 1, hash(a) == 1, bool(a), a.__len__(), a.__call__())


def setup(name, f):
    setattr(A, name, f)
    try:
        return check()
    finally:
        delattr(A, name)


check = lambda: len(a)
print(setup("__len__", lambda self: 7))
check = lambda: a(1, k=2)
print(setup("__call__", lambda self, *x, **k: (x, k)))
check = lambda: a + "x"
print(setup("__add__", lambda self, o: o * 2))
check = lambda: [a == 3, a != 3]
print(setup("__eq__", lambda self, o: o == 3))
check = lambda: a["k"]
print(setup("__getitem__", lambda self, k: k + "!"))
check = lambda: list(a)
print(setup("__iter__", lambda self: iter("it")))
check = lambda: a.whatever
print(setup("__getattr__", lambda self, n: n.upper()))
try:
    len(a)
except TypeError as e:
    print(e)


class M(type):
    def __len__(cls):
        return 9

    def __getitem__(cls, k):
        return cls.__name__, k

    def __iter__(cls):
        return iter(["m"])

    def __repr__(cls):
        return "<M>"

    def __bool__(cls):
        return False

    def __add__(cls, o):
        return "meta add"


class B(metaclass=M):
    def __len__(self):
        return 1


print(len(B), len(B()), B["q"], list(B), B, bool(B), B + 1, [B])


class Static:
    __len__ = staticmethod(lambda: 4)
    __call__ = classmethod(lambda cls, x: (cls.__name__, x))
    __getitem__ = property(lambda self: lambda k: ("prop", k))
    __str__ = lambda self: "lambda str"


s = Static()
print(len(s), s(3), s["k"], str(s))
s.__class__.__len__ = None
try:
    len(s)
except TypeError as e:
    print(e)
