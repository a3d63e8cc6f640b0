# __init_subclass__, __set_name__ and __class_getitem__ run when classes are made.
class Base:
    kinds = []

    def __init_subclass__(cls, /, kind=None, **rest):
        super().__init_subclass__(**rest)
        Base.kinds.append((cls.__name__, kind))

    def __class_getitem__(cls, item):
        return cls.__name__, item


class Field:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = name

    def __get__(self, obj, owner=None):
        return self if obj is None else obj.__dict__.get(self.name, "unset")

    def __set__(self, obj, value):
        obj.__dict__[self.name] = value * 2


class A(Base, kind="a"):
    f = Field()
    g = Field()


class B(A):
    pass


print(Base.kinds, A[3], B["x", "y"], Base[()])
a = A()
a.f = 4
print(a.f, a.g, A.f.name, a.__dict__)
try:
    class C(Base, other=1):
        pass
except TypeError as e:
    print(e)


class Bad:
    def __set_name__(self, owner, name):
        raise ValueError("no " + name)


try:
    class D:
        f = Bad()
except Exception as e:
    print(type(e).__name__, e, e.__notes__)
late = Field()
A.late = late
print(hasattr(late, "name"))
try:
    int[3]
except TypeError as e:
    print(e)
print(list[int], dict[str, int], tuple[()])
