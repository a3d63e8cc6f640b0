# modes: plain
# When a finalizer brings back one object of the garbage, everything it reaches survives.
import gc
from _weakref import ref

saved = None


class Node:
    def __init__(self, name):
        self.name = name
        self.links = [self]


class Savior(Node):
    def __del__(self):
        global saved
        saved = self.links[-1]


def build():
    s, a, b, alone = Savior("s"), Node("a"), Node("b"), Node("alone")
    s.links.append(a)
    a.links.append(b)
    return ref(s), ref(a), ref(b), ref(alone)


gc.collect()
refs = build()
print(gc.collect())
print([r() and r().name for r in refs])
print(saved.name, saved.links[1].name)
saved = None
print(gc.collect())
print([r() for r in refs])
refs = build()
refs[0]().links.append(7)
print(gc.collect())
print(saved, [r() for r in refs])
