"""Weak references: look without holding."""
import gc
import sys
import weakref


class Image:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Image({self.name!r})"


image = Image("cat")
ref = weakref.ref(image)
print(ref(), sys.getrefcount(image), weakref.getweakrefcount(image))
print("the same reference again:", weakref.ref(image) is ref)
del image
print("after del:", ref())

print("Callbacks, the newest first:")
image = Image("dog")
refs = [weakref.ref(image, lambda r, n=n: print("    callback", n)) for n in range(3)]
image = None

print("A cache that does not keep what it caches:")


class Cache:
    def __init__(self):
        self.refs = {}
        self.loads = 0

    def get(self, name):
        ref = self.refs.get(name)
        found = ref() if ref else None
        if found is None:
            self.loads += 1
            found = Image(name)
            self.refs[name] = weakref.ref(found, lambda r: self.refs.pop(name, None))
        return found


cache = Cache()
a = cache.get("a")
b = cache.get("a")
print("    one object:", a is b, "loads:", cache.loads)
del a, b
print("    nobody uses it, so it is gone:", cache.refs)
a = cache.get("a")
print("    loaded again:", cache.loads)

print("A proxy stands for its object:")
proxy = weakref.proxy(a)
print("   ", proxy.name, proxy)
del a
try:
    proxy.name
except ReferenceError as error:
    print("   ", type(error).__name__, error)

print("Not everything can be referred to weakly:")
for value in (1, "text", [], {}, (), None):
    try:
        weakref.ref(value)
    except TypeError as error:
        print("   ", error)


class Lean:
    __slots__ = ("name", "__weakref__")


lean = Lean()
print("    slots can:", weakref.ref(lean)() is lean)
gc.collect()
