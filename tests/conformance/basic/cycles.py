# The plainest of programs on cycles.
# modes: plain
import gc
from _weakref import ref


class Node:
    def __del__(self):
        print("del", self.name)


gc.collect()
a, b = Node(), Node()
a.name, b.name = "a", "b"
a.other, b.other = b, a
r = ref(a)
del a, b
print(r() is not None)
print(gc.collect())
print(r())
l = []
l.append(l)
del l
print(gc.collect(), gc.collect())
print(gc.get_threshold(), gc.isenabled())
