# Locals live until the frame ends; returning moves the reference out.
import sys


def make():
    local = []
    print("inside", sys.getrefcount(local))
    return local


x = make()
print("outside", sys.getrefcount(x))


def drop(x):
    before = sys.getrefcount(x)
    del x
    try:
        x
    except UnboundLocalError as e:
        print(e)
    return before


print(drop(x), sys.getrefcount(x))


def swap(x, y):
    x, y = y, x
    return x, y


p, q = [], []
r = swap(p, q)
print(r[0] is q, r[1] is p, sys.getrefcount(p), sys.getrefcount(q))
del r


def nest(x, depth):
    if depth:
        return nest(x, depth - 1)
    return sys.getrefcount(x)


print([nest(p, d) for d in range(5)], sys.getrefcount(p))


def early(x):
    for y in [x, x, x]:
        return sys.getrefcount(y)


print(early(p), sys.getrefcount(p))
