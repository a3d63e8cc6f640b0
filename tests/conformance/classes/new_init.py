# __new__ and __init__: what each receives, when the second is skipped.
class A:
    def __new__(cls, *args, **kw):
        print("new", cls.__name__, args, kw)
        return super().__new__(cls)

    def __init__(self, *args, **kw):
        print("init", type(self).__name__, args, kw)


class B(A):
    pass


A(1, k=2)
B()


class Other:
    def __new__(cls):
        return 5

    def __init__(self):
        print("never")


print(Other())


class Same:
    only = None

    def __new__(cls, v):
        if cls.only is None:
            cls.only = super().__new__(cls)
        return cls.only

    def __init__(self, v):
        self.v = v


x, y = Same(1), Same(2)
print(x is y, x.v)


class Num(int):
    def __new__(cls, v):
        return super().__new__(cls, v + 1)


n = Num(4)
print(n, type(n).__name__, n + 1, type(n + 1).__name__, n == 5, isinstance(n, int))


class Plain:
    pass


class OnlyInit:
    def __init__(self):
        return 3


class OnlyNew:
    def __new__(cls, a):
        return object.__new__(cls)


for f in (lambda: Plain(1), lambda: Plain(a=1), lambda: OnlyInit(), lambda: OnlyInit(1), lambda: OnlyNew(), lambda: object(1),
          lambda: object.__new__(), lambda: object.__new__(3), lambda: object.__new__(int), lambda: int.__new__(str),
          lambda: OnlyNew(1), lambda: object.__new__(Plain, 1)):
    try:
        print(type(f()).__name__)
    except TypeError as e:
        print(e)
