# Long chains die without deep recursion, whatever they are made of.
# modes: plain, stepped
import sys
from _weakref import ref


class Node:
    def __init__(self, next):
        self.next = next


class Slot:
    __slots__ = ("next", "__weakref__")

    def __init__(self, next):
        self.next = next


class Del(Node):
    count = 0

    def __del__(self):
        Del.count += 1


N = 30000


def build(wrap, start=None):
    x = start
    for _ in range(N):
        x = wrap(x)
    return x


class Leaf:
    pass


for name, wrap in (("node", Node), ("slot", Slot), ("del", Del), ("list", lambda x: [x]), ("tuple", lambda x: (x,)), ("dict", lambda x: {"k": x}), ("list2", lambda x: [x, x][:1]), ("closure", lambda x: lambda: x),
                   ("method", lambda x: Node(x).__init__), ("iter", lambda x: iter([x])), ("gen", lambda x: (y for y in [x])), ("set", lambda x: frozenset([x]) if x is not None else frozenset())):
    leaf = Leaf()
    w = ref(leaf)
    x = build(wrap, leaf)
    del leaf
    alive = w() is not None
    del x
    print(name, alive, w())
print(Del.count)
deep = build(lambda x: [x])
shared = deep
del deep
n = 0
while shared and shared is not None:
    shared = shared[0]
    n += 1
print(n)
e = None
for i in range(1000):
    new = ValueError(i)
    new.__context__ = e
    e = new
del e, new
print("exceptions gone")
