# What match binds, when it binds, what it looks up, and its errors.
def f(v):
    match v:
        case [a, b] if a > b:
            return "greater"
        case [a, *b]:
            return a, b
    return a if "a" in locals() else "unbound"


print(f([2, 1]), f([1, 2]), f(3))
try:
    match [1, 2]:
        case [x, 3]:
            pass
        case [y, 2] if (lambda: False)():
            pass
    print(y)
    print(x)
except NameError as e:
    print(e)


class Log:
    def __init__(self, v):
        self.v = v

    def __eq__(self, o):
        print("eq", o, end="; ")
        return self.v == o


match Log(3):
    case 1:
        print("one")
    case 2 | 3:
        print("two or three")


class Seq(list):
    def __len__(self):
        print("len", end="; ")
        return super().__len__()

    def __getitem__(self, i):
        print("item", i, end="; ")
        return super().__getitem__(i)


match Seq([1, 2, 3]):
    case [a, b]:
        print("two")
    case [a, *_, c]:
        print(a, c)


class Map(dict):
    def get(self, k, d=None):
        print("get", k, end="; ")
        return super().get(k, d)


match Map(a=1):
    case {"a": 2}:
        print("no")
    case {"a": n, "b": _}:
        print("no")
    case {"a": n}:
        print(n)


class NoArgs:
    pass


class BadArgs:
    __match_args__ = ["x"]


class BadItem:
    __match_args__ = (3,)


class Meta(type):
    def __instancecheck__(cls, v):
        return v == 5


class Five(metaclass=Meta):
    pass


for cls, v in ((NoArgs, NoArgs()), (BadArgs, BadArgs()), (BadItem, BadItem()), (3, 3), (Five, 5), (int, 7)):
    try:
        match v:
            case cls(z):
                print("matched", z)
            case _:
                print("not matched")
    except TypeError as e:
        print(e)
try:
    match 3:
        case int(a, b):
            pass
except TypeError as e:
    print(e)
try:
    match NoArgs():
        case NoArgs(x=1):
            print("no")
        case NoArgs():
            print("bare")
except TypeError as e:
    print(e)
for src in ("match x:\n case a:\n  pass\n case b:\n  pass", "match x:\n case [a, a]:\n  pass", "match x:\n case {1: a, 1: b}:\n  pass", "match x:\n case a | 1:\n  pass", "match x:\n case 1 | a:\n  pass", "match x:\n case [*a, *b]:\n  pass", "match x:\n case {**r, 'a': 1}:\n  pass",
            "match x:\n case P(a=1, a=2):\n  pass", "match x:\n case 1 + 2:\n  pass", "match x:\n case f():\n  pass\n case _ | 1:\n  pass"):
    try:
        compile(src, "m", "exec")
        print("fine")
    except SyntaxError as e:
        print(e.msg)
match = case = _ = 3
print(match, case, _, match + case)
