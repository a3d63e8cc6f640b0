# A doubly linked list with weak back links; dropping the head frees all of it.
import gc
from _weakref import ref


class Node:
    made = freed = 0

    def __init__(self, value, prev=None):
        self.value, self.next = value, None
        self._prev = ref(prev) if prev is not None else lambda: None
        Node.made += 1

    def __del__(self):
        Node.freed += 1

    @property
    def prev(self):
        return self._prev()


class LinkedList:
    def __init__(self, items=()):
        self.head = self.tail = None
        for item in items:
            self.append(item)

    def append(self, item):
        node = Node(item, self.tail)
        if self.tail is None:
            self.head = node
        else:
            self.tail.next = node
        self.tail = node

    def __iter__(self):
        node = self.head
        while node is not None:
            yield node.value
            node = node.next

    def __reversed__(self):
        node = self.tail
        while node is not None:
            yield node.value
            node = node.prev

    def reverse(self):
        last, node = None, self.head
        self.tail = node
        while node is not None:
            node.next, last, node = last, node, node.next
        self.head = last


l = LinkedList("abcde")
print(list(l), list(reversed(l)), Node.made, Node.freed)
l.reverse()
print(list(l))
gc.disable()
l = LinkedList(range(1000))
print(sum(l), Node.made, Node.freed)
middle = l.head.next.next
l = None
print(Node.freed, middle.value, middle.prev, middle.next.value)
middle = None
print(Node.made == Node.freed, gc.collect())
