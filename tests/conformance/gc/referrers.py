# get_referrers: the tracked containers that hold an object.
import gc


class A:
    pass


target = A()
l = [target]
t = (target, 1)
d = {"k": target}
a = A()
a.x = target
found = gc.get_referrers(target)
print(any(r is l for r in found), any(r is t for r in found), any(r is d for r in found))
print(any(r is a for r in found) or any(r is a.__dict__ for r in found), any(r is globals() for r in found))
print(len(found))
del found
l.clear()
del d["k"]
found = gc.get_referrers(target)
print(len(found), any(r is l for r in found))
del found
print(gc.get_referrers(A()))
print(len(gc.get_referrers(l)), gc.get_referrers(l)[0] is globals())
x, y = [], []
x.append(y)
print(gc.get_referrers(y)[0] is x or gc.get_referrers(y)[1] is x)
both = [r for r in gc.get_referrers(x, y) if r is not globals()]
print(len(both), both[0] is x)
print(gc.get_referrers())


def inside():
    local = [1]
    return [type(r).__name__ for r in gc.get_referrers(local)]


print(inside())
