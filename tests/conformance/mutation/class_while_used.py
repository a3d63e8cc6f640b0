# Classes that change while their instances, methods and lookups are in use.
class A:
    v = "A.v"

    def m(self):
        del A.m
        return self.v


a = A()
print(a.m())
try:
    a.m()
except AttributeError as e:
    print(e)


class Base1:
    def who(self):
        return "one"


class Base2:
    def who(self):
        return "two"


class C(Base1):
    def both(self):
        first = self.who()
        C.__bases__ = (Base2,)
        return first, self.who()


c = C()
print(c.both(), C.__mro__[1].__name__, isinstance(c, Base1))
C.__bases__ = (Base1, Base2)
print(c.who(), [k.__name__ for k in C.__mro__])


def call_site(o):
    return o.x


class X:
    x = 1


class Y:
    def __init__(self):
        self.x = 2


class Z:
    __slots__ = ("x",)


class P:
    @property
    def x(self):
        return 4


class G:
    def __getattr__(self, n):
        return 5


z = Z()
z.x = 3
objects = [X(), Y(), z, P(), G()]
print([call_site(o) for o in objects * 2])
X.x = 10
objects[0].__dict__["x"] = 11
print(call_site(objects[0]), call_site(X()))
X.x = property(lambda self: 12)
print(call_site(objects[0]))
del X.x
print(call_site(objects[0]))
Y.x = "hidden by instance"
print(call_site(objects[1]))
Y.x = property(lambda self: "data descriptor wins")
print(call_site(objects[1]))
P.x = 40
print(call_site(objects[3]))
objects[3].x = 41
print(call_site(objects[3]))
G.x = 50
print(call_site(objects[4]))
del G.x
print(call_site(objects[4]))


def method_site(o):
    return o.go()


class M1:
    def go(self):
        return "m1"


class M2(M1):
    pass


m = M2()
print([method_site(m) for _ in range(3)])
M2.go = lambda self: "m2"
print(method_site(m))
M1.go = lambda self: "new m1"
del M2.go
print(method_site(m))
m.go = lambda: "instance"
print(method_site(m))
m.__class__ = type("Other", (), {"go": lambda self: "other"})
print(method_site(m))
del m.go
print(method_site(m))
for i in range(3):
    A.__init__ = (lambda i: lambda self: setattr(self, "i", i))(i)
    print(A().i, end=" ")
print()
