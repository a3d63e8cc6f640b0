# Finalizers that change the container or the name that is being changed.
class Hook:
    def __init__(self, action):
        self.action = action

    def __del__(self):
        self.action()


l = [1, 2, 3]
l[1] = Hook(lambda: l.append("added"))
l[1] = "replaced"
print(l)
l[0] = Hook(lambda: l.clear())
l[0] = "x"
print(l)
l[:] = [Hook(lambda: l.append("during clear")), 1]
l.clear()
print(l)
l[:] = [Hook(lambda: l.insert(0, "during slice")), 2, 3]
l[0:2] = ["new"]
print(l)
l[:] = [Hook(lambda: l.extend("ab"))]
l.pop()
print(l)
d = {}
d["k"] = Hook(lambda: d.update(k="from del", other=1))
d["k"] = "assigned"
print(d)
d["z"] = Hook(lambda: d.clear())
del d["z"]
print(d)
d["a"] = Hook(lambda: d.setdefault("b", 2))
d.clear()
print(d)
d = {i: Hook(lambda: d.pop(99, None)) for i in range(3)}
d.update({i: i for i in range(3)})
print(d)
x = Hook(lambda: globals().update(x="from finalizer"))
x = "assigned"
print(x)
x = Hook(lambda: globals().update(x="after del"))
del x
print(x)


class O:
    pass


o = O()
o.v = Hook(lambda: setattr(o, "v", "finalizer set"))
o.v = "plain set"
print(o.v)
o.v = Hook(lambda: setattr(o, "v", "back"))
del o.v
print(o.v)


def f():
    y = Hook(lambda: log.append("y"))
    z = Hook(lambda: log.append("z"))
    y = z = None
    return log


log = []
print(f())
l = [Hook(lambda: l.sort()), 3, 1, 2]
del l[0]
print(l)
s = {1, 2}
s.add(Hook(lambda: s.add(3)))
s.intersection_update({1, 2})
print(s)
it = iter([Hook(lambda: print("iterator item", end="; "))])
next(it)
print("end")
l = [Hook(lambda: print("first", end="; ")), Hook(lambda: print("second", end="; "))]
l = l.__class__()
print(l)
