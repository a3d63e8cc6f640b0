# The plainest of programs on refcounts.
import sys

a = []
print(sys.getrefcount(a))
b = a
print(sys.getrefcount(a), a is b)
c = [a, a]
print(sys.getrefcount(a))
del c[0]
print(sys.getrefcount(a))
del b, c
print(sys.getrefcount(a))


def f(x):
    return sys.getrefcount(x)


print(f(a), sys.getrefcount(None) == 4294967295, sys.getrefcount([]))


class D:
    def __del__(self):
        print("del")


d = D()
e = d
del d
print("still")
del e
print("gone")
D()
print("end")
