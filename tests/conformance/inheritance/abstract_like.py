# Interfaces by convention: NotImplementedError, __subclasshook__ by hand, registries, mixins.
class Shape:
    registry = {}

    def __init_subclass__(cls, **kw):
        super().__init_subclass__(**kw)
        Shape.registry[cls.__name__.lower()] = cls

    def area(self):
        raise NotImplementedError("%s.area" % type(self).__name__)

    def __lt__(self, other):
        return self.area() < other.area()

    def __repr__(self):
        return "%s(%s)" % (type(self).__name__, ", ".join("%s=%r" % kv for kv in sorted(vars(self).items())))


class Square(Shape):
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side ** 2


class Circle(Shape):
    def __init__(self, r):
        self.r = r

    def area(self):
        return 3 * self.r ** 2


class Blob(Shape):
    pass


shapes = [Circle(2), Square(3), Square(1)]
print(sorted(shapes), max(shapes), list(Shape.registry), Shape.registry["square"](5))
try:
    Blob().area()
except NotImplementedError as e:
    print(e)
try:
    sorted([Blob(), Square(1)])
except NotImplementedError as e:
    print(e)


class Comparable:
    def __eq__(self, o):
        return self.key() == o.key()

    def __hash__(self):
        return hash(self.key())


class Serial:
    def dump(self):
        return "%s:%s" % (type(self).__name__, self.key())


class Point(Comparable, Serial):
    def __init__(self, x, y):
        self.x, self.y = x, y

    def key(self):
        return self.x, self.y


print(Point(1, 2) == Point(1, 2), Point(1, 2) != Point(2, 1), len({Point(1, 2), Point(1, 2)}), Point(3, 4).dump())


class Meta(type):
    def __instancecheck__(cls, obj):
        return hasattr(obj, "quack")

    def __subclasscheck__(cls, sub):
        return "quack" in dir(sub)


class Duck(metaclass=Meta):
    pass


class Goose:
    quack = True


print(isinstance(Goose(), Duck), isinstance(3, Duck), issubclass(Goose, Duck), issubclass(int, Duck), isinstance(Duck.__new__(Duck), Duck))


class Singleton:
    _it = None

    def __new__(cls, *a):
        if cls._it is None:
            cls._it = super().__new__(cls)
        return cls._it


class Child(Singleton):
    pass


print(Singleton() is Singleton(), Child() is Singleton(), Child() is Child(), type(Child()).__name__)
print([c.__name__ for c in Shape.__subclasses__()], Square.__mro__[1] is Shape, Square.area.__qualname__, Blob.area is Shape.area, Blob.area is Square.area)
