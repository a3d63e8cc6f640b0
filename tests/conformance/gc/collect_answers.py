# gc.collect answers how many unreachable objects it found: instances, dicts, lists apart.
# modes: plain
import gc


class Node:
    pass


class Slotted:
    __slots__ = ("me",)


def report(label, make):
    gc.collect()
    make()
    print(label, gc.collect())


def ring(n):
    nodes = [Node() for _ in range(n)]
    for a, b in zip(nodes, nodes[1:] + nodes[:1]):
        a.next = b


def self_list():
    l = []
    l.append(l)


def self_dict():
    d = {}
    d["d"] = d


def with_dict():
    n = Node()
    n.me = n
    n.__dict__


def slotted():
    s = Slotted()
    s.me = s


def tuple_cycle():
    t = ([],)
    t[0].append(t)


def closure():
    def f():
        return f


def generator():
    def g():
        yield me
    me = g()
    next(me)


def klass():
    class K:
        pass


for f in (ring.__get__(1), ring.__get__(2), ring.__get__(7), self_list, self_dict, with_dict, slotted, tuple_cycle,
          closure, generator, klass):
    report(getattr(f, "__name__", "?"), f)
print(gc.garbage)
