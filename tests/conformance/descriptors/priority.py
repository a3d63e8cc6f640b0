# Data descriptors win over the instance dictionary, others lose to it.
class Data:
    def __get__(self, obj, owner):
        return "data", obj is not None, owner.__name__

    def __set__(self, obj, value):
        print("set", value)

    def __delete__(self, obj):
        print("delete")


class NonData:
    def __get__(self, obj, owner):
        return "nondata", obj is not None, owner.__name__


class SetOnly:
    def __set__(self, obj, value):
        obj.__dict__["so"] = value * 2


class A:
    d = Data()
    n = NonData()
    so = SetOnly()
    plain = 1


class B(A):
    pass


a, b = A(), B()
print(a.d, a.n, A.d, A.n, b.d, B.n)
a.__dict__.update(d="instance", n="instance", plain="instance")
print(a.d, a.n, a.plain)
a.d = 3
del a.d
a.n = 4
print(a.n)
del a.n
print(a.n, type(a.so).__name__)
a.so = 5
print(a.so, a.__dict__)
A.d = "replaced"
print(a.d, b.d)
a.d = 6
print(a.d, A.d)


class Err:
    def __get__(self, obj, owner):
        raise AttributeError("from get")


class C:
    e = Err()

    def __getattr__(self, name):
        return "getattr " + name


print(C().e, hasattr(C, "e"))


class D:
    x = Data.__new__(Data)
    y = property(lambda self: 1 / 0)


try:
    D().y
except ZeroDivisionError as e:
    print(e)


class Self:
    def __get__(self, obj, owner):
        return self


class E:
    s = Self()


print(E.s is E().s, type(E.s).__name__)
for f in (lambda: delattr(b, "so"), lambda: setattr(b, "__class__", 3), lambda: A.__dict__["n"].__set__, lambda: delattr(A, "zz"), lambda: delattr(b, "n")):
    try:
        f()
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
