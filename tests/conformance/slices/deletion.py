# Deleting slices, and the order in which the items go.
class D:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n, end="; ")

    def __repr__(self):
        return "D%d" % self.n


l = [D(i) for i in range(8)]
del l[1:3]
print(l)
del l[::2]
print(l)
del l[-1]
print(l)
del l[::-1]
print(l)
l = [D(i) for i in range(5)]
l[1:4] = [D(10)]
print(l)
l[0] = None
print(l)
l.clear()
print(l)
l = [D(i) for i in range(6)]
l[::3] = [1, 2]
print(l)
l[:] = []
print(l)
l = [D(i) for i in range(4)]
l = l[2:]
print(l)
l *= 0
print(l)
l = [D(0), D(1)] * 2
del l[0]
print(l)
del l[1]
print(l)
l.pop(0)
print(l)
del l
print()
l = [D(i) for i in range(4)]
del l[3:1]
del l[1:-1]
print(l)
t = tuple(D(i) for i in range(20, 23))
del t
print()
l = None
print()
