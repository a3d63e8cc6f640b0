# A bound method holds its instance; calling through it does not leave a trace.
import sys


class A:
    def m(self):
        return sys.getrefcount(self)

    @classmethod
    def c(cls):
        return cls

    @staticmethod
    def s(x):
        return sys.getrefcount(x)


a = A()
print(sys.getrefcount(a))
print(a.m())
m = a.m
print(sys.getrefcount(a), m.__self__ is a, m.__func__ is A.m)
print(m())
n = a.m
print(sys.getrefcount(a), m is n, m == n)
print(sys.getrefcount(m))
del m
print(sys.getrefcount(a))
del n
print(sys.getrefcount(a))
print(A.m(a), a.s(a), A.s(a))
print(a.m is a.m, a.c().__name__)
methods = [a.m for _ in range(5)]
print(sys.getrefcount(a), len({id(m) for m in methods}))
methods.clear()
print(sys.getrefcount(a))
append = [].append
print(sys.getrefcount(append), append.__self__, sys.getrefcount(append.__self__))
