# The plainest of programs on classes.
class Point:
    count = 0

    def __init__(self, x, y=0):
        self.x = x
        self.y = y
        Point.count += 1

    def moved(self, dx):
        return Point(self.x + dx, self.y)

    def __repr__(self):
        return f"Point({self.x}, {self.y})"

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)

    @property
    def total(self):
        return self.x + self.y

    @classmethod
    def origin(cls):
        return cls(0)

    @staticmethod
    def helper(v):
        return v * 2


class Point3(Point):
    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z

    def moved(self, dx):
        p = super().moved(dx)
        return p, self.z


p = Point(1, 2)
print(p, p.x, p.moved(5), p == Point(1, 2), p + p, p.total, Point.origin(), Point.helper(3), Point.count)
q = Point3(1, 2, 3)
print(q.moved(1), isinstance(q, Point), isinstance(p, Point3), issubclass(Point3, Point), type(q).__name__, q.__dict__)
p.new = "attribute"
print(p.new, hasattr(p, "new"), getattr(p, "nope", "default"), vars(p))
del p.new
try:
    p.new
except AttributeError as e:
    print(e)
p.x += 100
print(p, Point.__name__, p.__class__ is Point)
