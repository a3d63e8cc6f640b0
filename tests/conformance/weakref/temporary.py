# An object that nothing holds dies at once, so its reference is dead already.
from _weakref import ref, proxy


class A:
    def ref(self):
        return ref(self)

    def m(self):
        pass


r = ref(A())
print(r())
r = A().ref()
print(r())
a = A()
r = ref(a.m)
print(r())
m = a.m
r = ref(m)
print(r() is m, r() == a.m)
del m
print(r())
p = proxy(A())
try:
    p.x
except ReferenceError as e:
    print(e)


def f():
    local = A()
    return ref(local)


print(f()())
print([ref(x)() is x for x in [A(), A()]])
print((lambda x: ref(x)() is x)(A()))
refs = [ref(A()) for _ in range(3)]
print([r() for r in refs], refs[0] is refs[1])
l = [A() for _ in range(3)]
refs = [ref(x) for x in l]
l.pop()
print([r() is not None for r in refs])
l[0] = None
print([r() is not None for r in refs])
del l
print([r() is not None for r in refs])
try:
    ref()
except TypeError as e:
    print(e)
try:
    ref(a, None, None)
except TypeError as e:
    print(e)
print(ref(a, None).__callback__, ref(a, None) is ref(a))
