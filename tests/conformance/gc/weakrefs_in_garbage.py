# modes: plain
# Weak references to garbage are cleared before finalizers run; callbacks run if they live on.
import gc
from _weakref import ref


class A:
    def __init__(self, name):
        self.name = name
        self.me = self

    def __del__(self):
        print("del", self.name, "sees", [r() for r in refs])


refs = []
a = A("a")
refs.append(ref(a, lambda r: print("callback a", r() is None, r is refs[0])))
b = A("b")
b.watch = ref(b, lambda r: print("never: the reference is garbage too"))
refs.append(ref(b))
a.b, b.a = b, a
del a, b
print(gc.collect())
print([r() for r in refs])
c = A("c")
refs = [ref(c, lambda r, i=i: print("callback", i)) for i in range(3)]
del c
print(gc.collect())


class Quiet:
    pass


q = Quiet()
q.me = q
r = ref(q, lambda r: print("quiet", r()))
del q
print(gc.collect(), r())
