# A binary search tree: insertion, deletion, walking, and counts of references.
import sys


class Tree:
    __slots__ = ("key", "left", "right")

    def __init__(self, key):
        self.key, self.left, self.right = key, None, None


def insert(t, key):
    if t is None:
        return Tree(key)
    if key < t.key:
        t.left = insert(t.left, key)
    elif key > t.key:
        t.right = insert(t.right, key)
    return t


def delete(t, key):
    if t is None:
        return None
    if key < t.key:
        t.left = delete(t.left, key)
    elif key > t.key:
        t.right = delete(t.right, key)
    elif t.left is None:
        return t.right
    elif t.right is None:
        return t.left
    else:
        m = t.right
        while m.left:
            m = m.left
        t.key = m.key
        t.right = delete(t.right, m.key)
    return t


def walk(t):
    if t:
        yield from walk(t.left)
        yield t.key
        yield from walk(t.right)


def depth(t):
    return 0 if t is None else 1 + max(depth(t.left), depth(t.right))


def show(t):
    return "." if t is None else "(%s%s%s)" % (show(t.left), t.key, show(t.right))


root = None
for k in (50, 30, 70, 20, 40, 60, 80, 30):
    root = insert(root, k)
print(show(root), list(walk(root)), depth(root))
print(sys.getrefcount(root), sys.getrefcount(root.left), sys.getrefcount(root.left.left))
for k in (20, 30, 50, 99):
    root = delete(root, k)
    print(k, show(root), depth(root), sys.getrefcount(root))
big = None
for i in range(300):
    big = insert(big, i * 7919 % 1009)
print(len(list(walk(big))), list(walk(big)) == sorted(walk(big)), depth(big), sum(walk(big)))
left = root.left
root = None
print(show(left), sys.getrefcount(left))
