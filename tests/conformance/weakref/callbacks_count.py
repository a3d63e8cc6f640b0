# A reference that dies of its callback during a collection counts as collected; one that lives keeps its callback.
import gc
import sys
import weakref

gc.collect()
gc.disable()


class Node:
    def __init__(self):
        self.links = [1, self]


def told(ref):
    print("told", ref(), ref.__callback__ is told)


ref = weakref.ref(Node(), told)
print(sys.getrefcount(told))
print(gc.collect(), ref.__callback__ is told, sys.getrefcount(told))
del ref
print(sys.getrefcount(told))


class Callback:
    def __call__(self, ref):
        print("called", ref.__callback__ is self)

    def __del__(self):
        print("callback dies")


class Ref(weakref.ref):
    def __del__(self):
        print("reference dies", self())


ref = Ref(Node(), Callback())
print(gc.collect())
del ref
held = [Ref(Node(), lambda ref: held.clear())]
print(gc.collect())
table = {i: weakref.ref(Node(), lambda ref, i=i: table.pop(i)) for i in range(5)}
print(gc.collect(), table)
before = gc.get_stats()[2]["collected"]
table[0] = weakref.ref(Node(), lambda ref: table.clear())
print(gc.collect(), gc.get_stats()[2]["collected"] - before)
