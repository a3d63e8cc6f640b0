"""Shapes: a module for the import tests."""
print("importing", __name__)
sides = 4
_hidden = "hidden"
names = ["square"]


class Square:
    def area(self):
        return sides * sides


def describe():
    return __name__, sides


__all__ = ["Square", "describe"]
