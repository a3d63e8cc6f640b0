import weakref
class A:
    pass
d = {}
def cb(r):
    d.clear()
a = [A() for i in range(5)]
for i, x in enumerate(a):
    d[i] = weakref.ref(x, cb)
del x
a.clear()
print(len(d))
