# modes: plain
# expects: stderr
# An exception in a finalizer is reported and ignored; the others still run.
import gc


class Loud:
    def __init__(self, name):
        self.name = name
        self.me = self

    def __repr__(self):
        return "<Loud %s>" % self.name

    def __del__(self):
        print("del", self.name)
        if self.name == "b":
            raise RuntimeError("no " + self.name)


def never():
    for name in "abc":
        Loud(name)


gc.collect()
never()
print(gc.collect())
l = Loud("b")
l.me = None
del l
print(gc.garbage)
