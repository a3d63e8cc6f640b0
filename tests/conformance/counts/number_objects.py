# Boxes of ints and floats: made, shared, dropped.
import sys

rc = sys.getrefcount
x = int("100000")
l = [x]
print(rc(x), l[0] is x)
l[0] += 1
print(rc(x), rc(l[0]), l[0])
l.append(l[0])
print(rc(l[0]), l[0] is l[1])
i = 0
for i in range(300, 305):
    pass
print(rc(i), i)
j = i
print(rc(i), j is i)
j += 0
print(j is i, rc(i))
n = [k for k in range(1000, 1005)]
print([rc(v) for v in n])
m = n[:]
print([rc(v) for v in n], all(p is q for p, q in zip(m, n)))
del m
n.reverse()
n.sort()
print([rc(v) for v in n])
s = sum(n)
print(rc(s), s)
d = {v: v for v in n}
print([rc(v) for v in n])
d.clear()
t = tuple(v + 1 for v in n)
print([rc(v) for v in t])
f = 2.5
g = f * 2
print(rc(g), g is g * 1)
h = [g] * 3
print(rc(g))
h[0] += 1
print(rc(g), rc(h[0]))
a = b = int("777")
a += 1
print(a, b, rc(b), a is b)


class P:
    def __init__(self):
        self.x = int("500")


p = P()
y = p.x
print(rc(y), y is p.x)
p.x += 1
print(rc(y), y, p.x)
q = p.x
r = p.x
print(q is r, rc(q))


def count(n):
    return rc(n)


print(count(int("999")), count(int("5")) > 1000, rc(10 ** 10 + int("1")), rc(int("1") + 255) > 1000)
z = int("1000")
print(z is z + 0, [z][0] is z, (z, z)[0] is z, {z: z}[1000] is z, max(z, 1) is z, abs(z) is z, sorted([z])[0] is z, (lambda v: v)(z) is z, [z for z in [z]][0] is z, int(z) is z, next(iter([z])) is z)
