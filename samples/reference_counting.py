"""Reference counting: Python's diligent accountant.

Every object knows how many references point to it. When the last one goes, so does the object.
"""
import sys

a = []
print("one name:", sys.getrefcount(a))  # one more than you may expect: the call holds its argument
b = a
print("two names:", sys.getrefcount(a))
box = [a, a, {"key": a}]
print("and three places in containers:", sys.getrefcount(a))
del b
print("one name fewer:", sys.getrefcount(a))
box.pop()
print("without the dict:", sys.getrefcount(a))
del box
print("without the list:", sys.getrefcount(a))


def look(x):
    return sys.getrefcount(x)


print("inside a function:", look(a))
print("after it:", sys.getrefcount(a))


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("   ", self.name, "is gone")


print("A temporary dies at once:")
Loud("temporary")
print("Rebinding a name drops what it named:")
x = Loud("first")
x = Loud("second")
print("Two names keep one object alive:")
y = x
del x
print("    still here:", y.name)
del y
print("A function's locals go when it returns:")


def work():
    local = Loud("local")
    return "result"


print("   ", work())
print("None counts as immortal:", sys.getrefcount(None))
print("and so does a small int:", sys.getrefcount(7))
