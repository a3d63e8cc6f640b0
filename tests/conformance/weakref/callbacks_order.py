# Callbacks run newest first, when the object dies, with the dead reference.
from _weakref import ref


class A:
    pass


def note(name):
    return lambda r: print(name, r() is None, end="; ")


a = A()
refs = [ref(a, note(i)) for i in range(4)]
del a
print()
a = A()
refs = [ref(a, note(i)) for i in range(4)]
del refs[2]
a = None
print()
a = A()
refs = [ref(a, note("x"))]
refs.clear()
a = None
print("none ran")
a = A()
r = ref(a, note("first"))
r2 = ref(a)
r3 = ref(a, note("third"))
print(r2.__callback__, r.__callback__ is not None)
a = None
print(r.__callback__)


class B:
    def __del__(self):
        print("del", end=" ")


b = B()
r = ref(b, note("after del"))
del b
print()
c = A()
r = ref(c, r)
try:
    r.__callback__ = None
except AttributeError as e:
    print(e)
