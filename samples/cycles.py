"""Reference cycles: what counting alone cannot free."""
import gc
import sys
import weakref


class Node:
    def __init__(self, value):
        self.value = value
        self.next = None

    def __repr__(self):
        return f"Node({self.value})"


gc.disable()  # so that nothing is collected before we ask for it

a = Node(1)
b = Node(2)
a.next = b
b.next = a  # creates a cycle
print(a, "->", a.next, "->", a.next.next)
print("counts:", sys.getrefcount(a), sys.getrefcount(b))

watch = weakref.ref(a)
del a, b
print("no name is left, yet it lives:", watch())
print("unreachable objects found:", gc.collect())
print("and now:", watch())

print("A list that holds itself:")
selfish = [1, 2]
selfish.append(selfish)
print(selfish)
del selfish
print("unreachable objects found:", gc.collect())

print("A parent and its children:")


class Parent:
    def __init__(self):
        self.children = [Child(self, i) for i in range(3)]


class Child:
    def __init__(self, parent, number):
        self.parent = parent
        self.number = number


family = Parent()
print("the parent is held by three children and a name:", sys.getrefcount(family))
del family
print("unreachable objects found:", gc.collect())

print("The same with weak references to the parent:")


class WeakChild:
    def __init__(self, parent, number):
        self.parent = weakref.ref(parent)
        self.number = number


family = Parent.__new__(Parent)
family.children = [WeakChild(family, i) for i in range(3)]
watch = weakref.ref(family)
print("the parent is held by a name alone:", sys.getrefcount(family))
del family
print("gone without the collector:", watch(), gc.collect())
gc.enable()
