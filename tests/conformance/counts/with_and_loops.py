# Managers and iterators are held by the running block alone.
import sys
from _weakref import ref

rc = sys.getrefcount


class M:
    def __enter__(self):
        return [self]

    def __exit__(self, *a):
        print("exit", rc(self), end="; ")


m = M()
with m:
    print(rc(m), end="; ")
print(rc(m))
with m as l:
    print(rc(m), rc(l), end="; ")
print(rc(m), rc(l))
del l
with M() as [only]:
    w = ref(only)
    del only
    print(w() is not None, end="; ")
print(w())
with m, m, m as x:
    print(rc(m), end="; ")
del x
print(rc(m))


class It:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        self.n -= 1
        if self.n < 0:
            raise StopIteration
        return rc(self)


it = It(3)
for c in it:
    print(c, end=" ")
print(rc(it))
for c in It(2):
    print(c, end=" ")
print(list(It(2)), [c for c in It(2)], sum(It(3)), max(It(2)), tuple(It(1)), [*It(2)])
l = [1, 2, 3]
for a in l:
    for b in l:
        if a == b == 2:
            print(rc(l), end=" ")
print(rc(l))
for a in l:
    try:
        for b in l:
            raise ValueError
    except ValueError:
        print(rc(l), end=" ")
    if a == 2:
        break
print(rc(l))


def f():
    for a in l:
        for b in l:
            return rc(l)


print(f(), rc(l))


def g():
    for a in l:
        yield rc(l)


h = g()
print(next(h), rc(l))
h.close()
print(rc(l), rc(h))
while l:
    x = l.pop()
    print(rc(l), end=" ")
print()
