# expects: stderr
# What a callback raises is reported and ignored.
from _weakref import ref


class A:
    pass


class Callback:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return "<callback %s>" % self.name

    def __call__(self, r):
        print("called", self.name)
        if self.name != "quiet":
            raise ValueError(self.name)


a = A()
refs = [ref(a, Callback(n)) for n in ("one", "quiet", "two")]
del a
print("still here", [r() for r in refs])
a = A()
r = ref(a, 3)
del a
print("not callable", r())
