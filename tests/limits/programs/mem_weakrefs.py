import weakref
class A:
    pass
x = A()
a = []
while True:
    a.append(weakref.ref(x, lambda r: None))
