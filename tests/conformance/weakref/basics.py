# A weak reference does not count, is one per object when it has no callback, and dies with it.
import sys
from _weakref import ref, getweakrefcount, getweakrefs


class A:
    pass


a = A()
print(sys.getrefcount(a), getweakrefcount(a))
r = ref(a)
print(sys.getrefcount(a), getweakrefcount(a), r() is a)
s = ref(a)
print(r is s, getweakrefcount(a), sys.getrefcount(r))
t = ref(a, lambda _: None)
u = ref(a, lambda _: None)
print(t is u, t is r, getweakrefcount(a), len(getweakrefs(a)))
print(getweakrefs(a)[0] is r, r == t, r != s, hash(r) == hash(a))
b = a
del a
print(r() is b)
del b
print(r(), s(), t(), r == t, r == r)
print(getweakrefcount(3), getweakrefs("x"))
for bad in (3, "s", None, (), 1.5, [], {}, object()):
    try:
        ref(bad)
    except TypeError as e:
        print(e)
print(ref(A)() is A, ref(print)().__name__, ref({1}.__class__)() is set)
