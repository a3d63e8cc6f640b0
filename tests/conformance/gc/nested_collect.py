# modes: plain
# Collections inside finalizers and callbacks do nothing, or find what is new.
import gc
from _weakref import ref


class A:
    def __init__(self):
        self.me = self

    def __del__(self):
        print("collect in del:", gc.collect(), end="; ")


gc.collect()
A()
print(gc.collect())
r = []


class B:
    pass


b = B()
b.me = b
r.append(ref(b, lambda x: print("collect in callback:", gc.collect(), end="; ")))
del b
print(gc.collect())


class Maker:
    n = 0

    def __del__(self):
        if Maker.n < 3:
            Maker.n += 1
            m = Maker()
            m.me = m


m = Maker()
m.me = m
del m
for _ in range(5):
    print(gc.collect(), Maker.n, end="; ")
print()


class Disabler:
    def __init__(self):
        self.me = self

    def __del__(self):
        gc.disable()
        gc.set_threshold(1, 1, 1)


Disabler()
print(gc.collect(), gc.isenabled(), gc.get_threshold())
gc.enable()
gc.set_threshold(700, 10, 10)


class Linker:
    def __init__(self, n):
        self.n, self.me = n, self

    def __del__(self):
        kept.append(self)


kept = []
for i in range(3):
    Linker(i)
print(gc.collect(), [k.n for k in kept])
kept.clear()
print(gc.collect())


class Closer:
    def __del__(self):
        for k in list(vars(self)):
            delattr(self, k)


c = Closer()
c.me, c.other = c, [c]
del c
print(gc.collect(), gc.garbage)
