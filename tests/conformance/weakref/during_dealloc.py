# What a weak reference and a finalizer see of an object that is going away.
from _weakref import ref, getweakrefcount
import sys


class A:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name, type(watch()).__name__, sys.getrefcount(self), getweakrefcount(self))


a = A("a")
watch = ref(a, lambda r: print("callback", r()))
del a
print(watch())


class Back:
    def __del__(self):
        global saved
        saved = self


b = Back()
watch = ref(b)
del b
print(watch() is None, type(saved).__name__)
watch = ref(saved)
print(watch() is saved)
del saved
print(watch())


class Holder:
    pass


h = Holder()
h.child = A("child")
watch = ref(h.child)
r = ref(h, lambda r: print("holder gone, child", watch() and watch().name))
del h
print(watch())
