# Unpacking and swapping move references without leaving any behind.
import sys

a, b = object(), object()
print(sys.getrefcount(a), sys.getrefcount(b))
a, b = b, a
print(sys.getrefcount(a), sys.getrefcount(b))
a, b, c = b, a, a
print(sys.getrefcount(a), sys.getrefcount(b))
first, *rest = [a, b, c]
print(sys.getrefcount(a), sys.getrefcount(b), rest[0] is b, first is a)
*init, last = rest
print(sys.getrefcount(b), init[0] is b, last is c)
del rest, init
print(sys.getrefcount(a), sys.getrefcount(b))
(p, q), r = (a, b), c
print(sys.getrefcount(a), sys.getrefcount(b), p is a, q is b, r is b)
for bad in ([1], [1, 2, 3]):
    try:
        p, q = bad
    except ValueError as e:
        print(e)
try:
    p, q = 7
except TypeError as e:
    print(e)
print(p is a, q is b, sys.getrefcount(a))
[p, q] = (x for x in (b, a))
print(p is b, q is a, sys.getrefcount(a), sys.getrefcount(b))
l = [0, 1]
i = 0
i, l[i] = 1, a
print(l[0], l[1] is a, sys.getrefcount(a))
