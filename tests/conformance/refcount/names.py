# Binding, aliasing and deleting names changes the count of what they name.
import sys

a = []
print(sys.getrefcount(a))
b = a
print(sys.getrefcount(a), a is b)
c = b
print(sys.getrefcount(a))
b = None
print(sys.getrefcount(a))
del c
print(sys.getrefcount(a))
a = a
print(sys.getrefcount(a))
x = y = z = a
print(sys.getrefcount(a))
x, y = y, x
print(sys.getrefcount(a), x is y is z)
del x, y, z
print(sys.getrefcount(a))
try:
    print(b.missing)
except AttributeError as e:
    print(type(e).__name__, e)
try:
    del c
except NameError as e:
    print(type(e).__name__, e)
