# Polymorphic method calls over a class hierarchy, properties and super() included.


class Shape:
    scale = 2

    def __init__(self, size):
        self.size = size

    def area(self):
        return 0

    def grow(self, by):
        self.size += by
        return self


class Square(Shape):
    def area(self):
        return self.size * self.size


class Strip(Shape):
    def __init__(self, size, width):
        super().__init__(size)
        self.width = width

    def area(self):
        return self.size * self.width

    @property
    def double(self):
        return self.width * self.scale


class Pair(Shape):
    def __init__(self, left, right):
        super().__init__(1)
        self.left = left
        self.right = right

    def area(self):
        return self.left.area() + self.right.area()


def run(rounds):
    shapes = [Square(3), Strip(2, 5), Pair(Square(1), Strip(1, 2)), Shape(9)]
    total = 0
    for i in range(rounds):
        for shape in shapes:
            total += shape.area()
        if i % 16 == 0:
            shapes[i % 4].grow(1)
        total += shapes[1].double
        total += Strip(i, 2).area()
    return total


def main():
    answer = run(700000)
    return answer
