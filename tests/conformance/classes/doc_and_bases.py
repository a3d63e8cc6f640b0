# Where a class's namespace has its doc, and which tuple its bases are.
class Plain:
    def method(self): ...


class Slots(Plain):
    x = 1
    __slots__ = ("k",)


class Documented:
    "doc"


class Number(int):
    def __eq__(self, other): ...


for cls in (Plain, Slots, Documented, Number):
    print(cls.__name__, list(vars(cls)))

bases = (Plain, Documented)
made = type("Made", bases, {})
print(made.__bases__ is bases, type("Again", made.__bases__, {}).__bases__ is bases)


def function(a, b=("x", "y"), c=2):
    a.x, a.y


print(function.__code__.co_names is function.__defaults__[0], function.__code__.co_names is function.__code__.co_names)
