# __getattr__, __getattribute__, __setattr__, __delattr__: who is asked when.
class A:
    x = "class"

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return "made " + name


a = A()
print(a.x, a.y, a.z.upper(), hasattr(a, "_q"), hasattr(a, "q"))
a.y = 1
print(a.y, a.__dict__)


class B:
    def __init__(self):
        object.__setattr__(self, "log", [])

    def __getattribute__(self, name):
        if name != "log":
            object.__getattribute__(self, "log").append("get " + name)
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        self.log.append("set " + name)
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        self.log.append("del " + name)
        object.__delattr__(self, name)


b = B()
b.x = 1
b.x
b.x += 1
del b.x
try:
    b.x
except AttributeError as e:
    print(e)
try:
    del b.x
except AttributeError as e:
    print(e)
print(b.log)


class C:
    @property
    def p(self):
        raise AttributeError("inner")

    def __getattr__(self, name):
        return "fallback " + name


print(C().p)


class D:
    __slots__ = ("s",)

    def __getattr__(self, name):
        return name * 2


d = D()
print(d.s, d.t)
d.s = 1
print(d.s)
