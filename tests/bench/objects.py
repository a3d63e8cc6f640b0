# Many objects with cycles: trees with parent links, rings, a linked queue; the collector at work.
import gc


class Node:
    def __init__(self, parent, value):
        self.parent = parent
        self.value = value
        self.children = []
        if parent is not None:
            parent.children.append(self)


def grow(depth, width, parent=None):
    node = Node(parent, depth)
    if depth:
        for _ in range(width):
            grow(depth - 1, width, node)
    return node


class Link:
    __slots__ = ("next", "value")

    def __init__(self, value):
        self.value = value
        self.next = self


def ring(size):
    first = last = Link(0)
    for i in range(1, size):
        link = Link(i)
        last.next = link
        last = link
    last.next = first
    return first


def main():
    total = 0
    for i in range(36):
        total += len(grow(8, 3).children)
    for i in range(9000):
        total += ring(60).next.value
    kept = [ring(30) for _ in range(10000)]
    gc.collect()
    del kept
    gc.collect()
    return total, gc.collect(), gc.garbage
