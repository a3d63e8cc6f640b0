# modes: plain
# Finalizers of cyclic garbage run in the order in which the objects were made.
import gc


class Named:
    def __init__(self, name):
        self.name = name
        self.me = self

    def __del__(self):
        print("del", self.name, end="; ")


gc.collect()
for name in "abcde":
    Named(name)
print("collected", gc.collect())
keep = [Named(i) for i in range(6)]
a = keep.pop(3)
del keep
print("collected", gc.collect())
keep = [Named("x"), Named("y")]
keep.append(keep)
del keep
print("collected", gc.collect())
del a
print("collected", gc.collect())
first, second = Named("first"), Named("second")
first.other, second.other = second, first
del second
del first
print("collected", gc.collect())
Named("left").x = Named("right")
print("collected", gc.collect())
n = Named("plain")
n.me = None
del n
print()
print("collected", gc.collect())
