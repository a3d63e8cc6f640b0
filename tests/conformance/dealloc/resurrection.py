# An object that its finalizer brings back lives on, and is not finalized again.
import sys
from _weakref import ref

kept = []


class Phoenix:
    def __init__(self, name):
        self.name = name
        self.data = [name]

    def __del__(self):
        print("del", self.name, sys.getrefcount(self))
        kept.append(self)


p = Phoenix("a")
i = id(p)
w = ref(p, lambda r: print("callback", r() is None))
del p
print(len(kept), id(kept[0]) == i, kept[0].data, w() is None)
w2 = ref(kept[0])
kept.clear()
print(w2(), "not finalized again")


class Twice:
    def __del__(self):
        global saved
        saved = self
        self.count = getattr(self, "count", 0) + 1


t = Twice()
del t
print(saved.count)
saved = None
t = Twice()
x = t
del t, x
print(saved.count, sys.getrefcount(saved))
del saved


class InContainer:
    def __del__(self):
        box["it"] = [self]


box = {}
l = [InContainer(), InContainer()]
del l
print(len(box), type(box["it"][0]).__name__)
box.clear()


class ByAttribute:
    pass


class Child:
    def __init__(self, parent):
        self.parent = parent

    def __del__(self):
        self.parent.saved = self


parent = ByAttribute()
c = Child(parent)
del c
print(parent.saved.parent is parent)
del parent.saved
print(hasattr(parent, "saved"))


class Swapper:
    def __del__(self):
        self.__class__ = Plain
        kept.append(self)


class Plain:
    pass


Swapper()
print(type(kept[-1]).__name__, kept[-1].__dict__)
kept.clear()


def gen():
    try:
        yield 1
    finally:
        kept.append("generator closed")


g = gen()
next(g)
del g
print(kept)
