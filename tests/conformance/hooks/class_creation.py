# What a class statement calls, and in which order; descriptors; the forms of super.
def show(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


class Logged(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", name, [b.__name__ for b in bases], kw)
        return {"prepared": True}

    def __new__(mcs, name, bases, ns, **kw):
        print("new", name, sorted(k for k in ns if not k.startswith("__")), kw)
        return super().__new__(mcs, name, bases, ns)

    def __init__(cls, name, bases, ns, **kw):
        print("init", cls.__name__, kw)
        super().__init__(name, bases, ns)

    def __call__(cls, *args, **kw):
        print("call", cls.__name__, args, kw)
        return super().__call__(*args, **kw)

    def mro(cls):
        print("mro", cls.__name__)
        return super().mro()

    def __instancecheck__(cls, o):
        return o == 5 or super().__instancecheck__(o)

    def __subclasscheck__(cls, o):
        return o is int or super().__subclasscheck__(o)


class Named:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = name

    def __get__(self, o, t=None):
        return f"get {self.name} {o is not None} {t.__name__}"


class Base(metaclass=Logged, option=1):
    attr = Named()

    def __init_subclass__(cls, **kw):
        print("init_subclass", cls.__name__, kw)
        super().__init_subclass__()

    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item}]"

    def __init__(self, x=0):
        self.x = x


class Sub(Base, option=2):
    other = Named()
    print("body", __qualname__, __module__)


print(Base().attr, Base.attr, Sub[3], isinstance(5, Base), issubclass(int, Base), isinstance(4, Base))
Sub.late = Named()
show(lambda: Sub.late)


class BadName:
    def __set_name__(self, owner, name):
        raise ValueError("no name")


try:

    class Fails:
        bad = BadName()

except ValueError as e:
    print(e, e.__notes__)


class Entries:
    def __mro_entries__(self, bases):
        print("mro_entries", len(bases))
        return (list,)


class FromEntries(Entries()):
    pass


print(FromEntries.__bases__, FromEntries.__orig_bases__)
show(lambda: type("X", (Entries(),), {}))


class Bad2:
    def __mro_entries__(self, bases):
        return 3


def bad_entries():
    class X(Bad2()):
        pass


show(bad_entries)


def meta(name, bases, ns, **kw):
    print("function metaclass", name, bases, sorted(k for k in ns if k != "__qualname__"), kw)
    return 42


class NotAClass(metaclass=meta, k=1):
    y = 2


print(NotAClass)


def conflicts():
    class M1(type):
        pass

    class M2(type):
        pass

    class A(metaclass=M1):
        pass

    class B(metaclass=M2):
        pass

    class C(A, B):
        pass


show(conflicts)
show(lambda: type("Dup", (list, list), {}))
show(lambda: type("Bad", (bool,), {}))
show(lambda: type("Lay", (int, str), {}))
show(lambda: type("Order", (object, int), {}))
show(lambda: type(1, (), {}))
show(lambda: type("X", [], {}))
show(lambda: type("X", (3,), {}))
show(lambda: type("X", (), []))
show(lambda: type("a\0b", (), {}))
show(lambda: type())
show(lambda: type(1, 2))
show(lambda: type("X", (), {"__slots__": ("a", "a b")}))
show(lambda: type("X", (), {"__slots__": ("a", 1)}))
show(lambda: type("X", (), {"__slots__": ("a",), "a": 1}))
show(lambda: type("X", (int,), {"__slots__": ("a",)}).a)
show(lambda: type("X", (), {"__init_subclass__": lambda cls: 1})().__init_subclass__)
show(lambda: object.__init_subclass__(3))
show(lambda: type("X", (), {}, option=1))


class Prepared(type):
    @classmethod
    def __prepare__(mcs, name, bases):
        return 3


def bad_prepare():
    class X(metaclass=Prepared):
        pass


show(bad_prepare)


# descriptors
class Data:
    def __get__(self, o, t):
        return "data"

    def __set__(self, o, v):
        print("set", v)

    def __delete__(self, o):
        print("delete")


class NonData:
    def __get__(self, o, t):
        return "nondata"


class Holder:
    d = Data()
    n = NonData()

    def __getattr__(self, name):
        if name == "secret":
            raise AttributeError("none of that")
        return "getattr " + name


h = Holder()
h.__dict__.update(d="own d", n="own n")
print(h.d, h.n, h.missing)
h.d = 1
del h.d
show(lambda: h.secret)
show(lambda: delattr(h, "nosuch"))


class SetOnly:
    def __set__(self, o, v):
        print("only set", v)


class UsesSetOnly:
    s = SetOnly()


u = UsesSetOnly()
print(type(u.s).__name__)
u.s = 3
u.__dict__["s"] = "dict"
print(u.s)
show(lambda: delattr(u, "s"))


class GetAttribute:
    def __getattribute__(self, name):
        print("getattribute", name)
        return super().__getattribute__(name)

    def __getattr__(self, name):
        return "fallback"


print(GetAttribute().anything)


# super
class A:
    def who(self):
        return "A"

    @classmethod
    def make(cls):
        return "A.make " + cls.__name__

    @staticmethod
    def stat():
        return "A.stat"

    @property
    def prop(self):
        return "A.prop"


class B(A):
    def who(self):
        return "B" + super().who()

    @classmethod
    def make(cls):
        return "B." + super().make()

    @staticmethod
    def stat():
        return super(B, B).stat()

    @property
    def prop(self):
        return "B." + super().prop

    def forms(self):
        s = super()
        t = super(B, self)
        unbound = super(B)
        return s.who(), t.who(), unbound.__get__(self, B).who(), s.__thisclass__.__name__, s.__self__ is self, s.__self_class__.__name__

    def nested(self):
        return [super(B, self).who() for _ in range(2)], (lambda: super(B, self).who())()

    def in_lambda(self):
        return (lambda s: super().who())(self)

    def wrong(self):
        del self
        return super().who()


class C(B):
    pass


c = C()
for name in ("who", "make", "stat", "forms", "nested", "in_lambda", "wrong"):
    show(getattr(c, name))
print(c.prop, repr(super(B, c))[:25], repr(super(B)))
show(lambda: super(B, c).nosuch)
show(lambda: super(B, 3))
show(lambda: super(3, c))
show(lambda: super())
show(lambda: setattr(super(B, c), "x", 1))
show(lambda: super(B, C).make())
show(lambda: super(B, c).__class__)


def no_args():
    super()


show(no_args)
