# What the outer iterator of a nested comprehension sees of the inner variable: the list holds it too.
import sys


def outer():
    for k in range(2):
        value = sys._getframe(1).f_locals.get("x")
        print(sys.getrefcount(value) if value is not None else None)
        yield k


print([x for a in outer() for x in range(1000, 1003)])


def nested():
    return [x for a in outer() for x in range(1000, 1003)]


print(nested())
