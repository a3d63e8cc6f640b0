# Small ints are immortal, others are counted one by one.
import sys

n = int("1000")
print(sys.getrefcount(n))
l = [n, n]
print(sys.getrefcount(n), l[0] is l[1])
m = n + 0
print(m is n, m == n, sys.getrefcount(n), sys.getrefcount(m))
a = int("256")
b = int("256")
print(a is b, sys.getrefcount(a) > 10 ** 6)
c = int("257")
d = int("257")
print(c is d, c == d, sys.getrefcount(c))
print([x for x in range(-8, 260) if int(str(x)) is int(str(x))][::260 // 2])
r = list(range(300, 303))
print([sys.getrefcount(x) for x in r])
x = r[0]
print(sys.getrefcount(x), x is r[0])
s = sum([n, n, n])
print(s, sys.getrefcount(s), sys.getrefcount(n))
big = 1 << 100
bigger = big
bigger += 1
print(sys.getrefcount(big), sys.getrefcount(bigger), big is bigger)
for i in range(1000, 1003):
    keep = i
    print(sys.getrefcount(i), keep is i, end=" ")
print()
f = 1.5 * 1
g = f
print(sys.getrefcount(f), f is g)
print(abs(n) is n, +n is n, int(n) is n, n * 1 is n, n | 0 is n)
