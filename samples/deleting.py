"""del: it removes a name, not an object."""
import sys

a = [1, 2, 3]
b = a
del a
try:
    print(a)
except NameError as error:
    print(type(error).__name__ + ":", error)
print("the object is still there:", b)


class Loud:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name

    def __del__(self):
        print("   ", self.name, "is gone")


print("From a list:")
items = [Loud("zero"), Loud("one"), Loud("two"), Loud("three"), Loud("four")]
del items[1]
print("    left:", items)
print("A slice:")
del items[1:3]
print("    left:", items)
print("From a dict:")
table = {"x": Loud("x"), "y": Loud("y")}
del table["x"]
print("    left:", table)
print("An attribute:")


class Box:
    pass


box = Box()
box.inside = Loud("inside")
del box.inside
print("    left:", vars(box))
print("Several at once:")
p, q = Loud("p"), Loud("q")
del p, q
print("A local, before the function ends:")


def work():
    big = Loud("big")
    size = len(big.name)
    del big
    print("    still working with", size)


work()
print("Not while someone else holds it:")
held = Loud("held")
keeper = [held]
print("    count", sys.getrefcount(held))
del held
print("    nothing printed yet")
keeper.clear()
print("What remains dies last to first, or first to last:")
del items
del table
