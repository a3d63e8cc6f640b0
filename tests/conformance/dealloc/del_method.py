# __del__: when it runs, what it sees, what it may do.
import sys

log = []


class A:
    def __init__(self, name):
        self.name = name
        self.items = [1, 2]

    def __del__(self):
        log.append((self.name, sys.getrefcount(self), len(self.items)))


class B(A):
    def __del__(self):
        log.append("B first")
        super().__del__()


class NoInit:
    def __init__(self):
        raise ValueError("no")

    def __del__(self):
        log.append("del without init")


class OnInstance:
    pass


a = A("a")
b = a
del a
print(log)
del b
print(log)
B("b")
print(log)
try:
    NoInit()
except ValueError:
    pass
print(log[-1])
o = OnInstance()
o.__del__ = lambda: log.append("never")
del o
print(log[-1])
OnInstance.__del__ = lambda self: log.append("added to class")
OnInstance()
print(log[-1])
del OnInstance.__del__
OnInstance()
print(len(log))
x = A("swap")
x.__class__ = OnInstance
del x
print(len(log))


class Args:
    def __del__(self, extra=5):
        log.append(extra)


Args()
print(log[-1])


class Slotted:
    __slots__ = ("v",)

    def __del__(self):
        log.append(hasattr(self, "v"))


s = Slotted()
del s
s = Slotted()
s.v = 1
s = None
print(log[-2:])


class L(list):
    def __del__(self):
        log.append(list(self))


L([1, 2])
print(log[-1])


class I(int):
    def __del__(self):
        log.append(int(self))


I(5) + 1
print(log[-1])
y = A("explicit")
y.__del__()
print(log[-1])
del y
print(log[-1])
try:
    A.__del__()
except TypeError as e:
    print(e)
f = A("default")


def g(x=f):
    pass


del f
g.__defaults__ = None
print(log[-1][0])
