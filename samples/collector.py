"""The collector at work: finalizers, weak references, and what it reports."""
# modes: plain
import gc
import weakref


class Node:
    def __init__(self, name):
        self.name = name
        self.links = []

    def __del__(self):
        print(f"    __del__ of {self.name}")


def ring(*names):
    nodes = [Node(name) for name in names]
    for left, right in zip(nodes, nodes[1:] + nodes[:1]):
        left.links.append(right)
    return nodes[0]


gc.collect()
print("Three nodes in a ring:")
r = ring("a", "b", "c")
weakref_callback = weakref.ref(r, lambda ref: print("    the weak reference to a is cleared first"))
del r
print("found", gc.collect())

print("What a finalizer saves, lives on:")
saved = []


class Phoenix(Node):
    def __del__(self):
        print(f"    {self.name} saves itself")
        saved.append(self)


p = Phoenix("phoenix")
p.links.append(p)
del p
print("found", gc.collect(), "saved", [x.name for x in saved])
saved.clear()
print("its finalizer ran once and never again: found", gc.collect())

print("Asking who refers to what:")
shared = ["shared"]
holder = {"in a dict": shared}
pair = (shared, holder)
print("referrers:", sorted(type(x).__name__ for x in gc.get_referrers(shared) if x is not globals()))
print("referents of the tuple:", gc.get_referents(pair))
print("tracked:", gc.is_tracked(shared), gc.is_tracked(1), gc.is_tracked("text"), gc.is_tracked({}), gc.is_tracked({"k": []}))

print("Callbacks hear of each collection:")


def note(phase, info):
    print(f"    {phase}: generation {info['generation']}, collected {info['collected']}")


gc.callbacks.append(note)
ring("x", "y")
gc.collect()
gc.callbacks.clear()

print("Keeping what would have been freed:")
gc.set_debug(gc.DEBUG_SAVEALL)
l = []
l.append(l)
del l
gc.collect()
print("    garbage:", gc.garbage)
gc.set_debug(0)
gc.garbage.clear()
