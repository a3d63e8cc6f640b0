import weakref
class A:
    pass
def cb(r):
    while True:
        pass
a = A()
r = weakref.ref(a, cb)
del a
