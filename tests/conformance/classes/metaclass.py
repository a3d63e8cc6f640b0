# Metaclasses: creation order, keywords, __prepare__, __call__, conflicts.
class Meta(type):
    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        print("prepare", name, bases, kw)
        return {"seed": 1}

    def __new__(mcs, name, bases, namespace, **kw):
        print("new", name, sorted(k for k in namespace if not k.startswith("__")))
        return super().__new__(mcs, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **kw):
        print("init", name, kw)
        super().__init__(name, bases, namespace)

    def __call__(cls, *args):
        print("call", cls.__name__, args)
        return super().__call__(*args)

    def method(cls):
        return "from meta " + cls.__name__

    def __len__(cls):
        return 42

    def __contains__(cls, x):
        return x == cls.seed


class A(metaclass=Meta, tag="t"):
    x = seed + 1

    def __init__(self, *args):
        self.args = args


class B(A):
    pass


a = A(1, 2)
print(a.args, A.x, A.method(), len(B), 1 in A, type(B).__name__)
try:
    a.method()
except AttributeError as e:
    print(e)


class Other(type):
    pass


try:
    class C(A, metaclass=Other):
        pass
except TypeError as e:
    print(e)


def factory(name, bases, namespace):
    return name, bases, len(namespace)


class D(metaclass=factory):
    y = 1


print(D)
try:
    class E(object, unknown=1):
        pass
except TypeError as e:
    print(e)
print(type("T", (A,), {}).method())
