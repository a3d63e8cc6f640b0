# A class is held by its name, its instances and its subclasses' bases.
import sys


class A:
    pass


start = sys.getrefcount(A)
more = lambda: sys.getrefcount(A) - start
a = A()
print(more())
b = [A() for _ in range(5)]
print(more())
del a, b
print(more())


class B(A):
    pass


before = more()
print(before)
x = B()
print(more() - before, sys.getrefcount(B))
x.__class__ = A
print(more() - before)
del x
print(more() - before)


class C(A):
    def m(self):
        return __class__


print(more() > before, C().m() is C)
print(type(A) is type, A.__mro__ == (A, object), [k.__name__ for k in A.__subclasses__()])
i = A()
n = sys.getrefcount(i)
A.x = i
print(sys.getrefcount(i) - n)
del A.x
print(sys.getrefcount(i) - n)
