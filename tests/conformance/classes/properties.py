# property: getter, setter, deleter, docs, copies, errors.
class A:
    def __init__(self):
        self._x = 1

    @property
    def x(self):
        "doc of x"
        return self._x

    @x.setter
    def x(self, value):
        print("set", value)
        self._x = value

    @x.deleter
    def x(self):
        print("delete")
        del self._x

    @property
    def ro(self):
        return 7

    wo = property(None, lambda self, v: print("wo", v), doc="write only")
    nothing = property()


a = A()
a.x += 4
print(a.x, A.x.__doc__, A.wo.__doc__, A.ro.__doc__)
del a.x
a.wo = 2
for f in (lambda: a.x, lambda: setattr(a, "ro", 1), lambda: delattr(a, "ro"), lambda: a.wo, lambda: a.nothing,
          lambda: delattr(a, "wo")):
    try:
        f()
    except AttributeError as e:
        print(e)
print(type(A.x).__name__, A.x.fget.__name__, A.ro.fset, A.x.__get__(None, A) is A.x)
print(a.__dict__)
a.__dict__["ro"] = "hidden"
print(a.ro)


class B(A):
    @A.x.getter
    def x(self):
        return "B"


b = B()
b.x = 3
print(b.x, A.x is B.x)
p = property(lambda self: 1)
try:
    p.fget = 3
except AttributeError as e:
    print(e)
try:
    property(1, 2, 3, 4, 5)
except TypeError as e:
    print(e)
