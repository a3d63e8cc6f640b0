# modes: plain
# DEBUG_SAVEALL keeps what would have been freed in gc.garbage.
import gc


class Node:
    def __init__(self, name):
        self.name = name
        self.me = self

    def __repr__(self):
        return "Node(%s)" % self.name


gc.collect()
print(gc.get_debug(), gc.garbage)
gc.set_debug(gc.DEBUG_SAVEALL)
print(gc.get_debug() == gc.DEBUG_SAVEALL)
Node("a")
Node("b")
l = [1]
l.append(l)
del l
print(gc.collect())
print([type(x).__name__ for x in gc.garbage])
print(gc.garbage[0], gc.garbage[-1])
gc.set_debug(0)
gc.garbage[1].me = None
gc.garbage.clear()
print(gc.collect(), gc.garbage)
print(gc.DEBUG_STATS, gc.DEBUG_COLLECTABLE, gc.DEBUG_UNCOLLECTABLE, gc.DEBUG_SAVEALL, gc.DEBUG_LEAK)
for bad in ("x", 1.5, None):
    try:
        gc.set_debug(bad)
    except TypeError as e:
        print(e)
