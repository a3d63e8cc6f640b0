# modes: plain
# At exit: names that start with an underscore go first, then the rest in order; cycles last.
import sys


class D:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n, print is not None, sys is None)


a = D("a")
_private = D("_private")
b = D("b")
__dunder = D("__dunder")
c = [D("c0"), D("c1")]
d = {"x": D("dx"), "y": D("dy")}


class K:
    attr = D("class attribute")


cycle = D("cycle")
cycle.me = cycle


def f(x=D("default")):
    pass


e = D("e")
e.other = b
print("last line")
