# modes: plain
# PEP 442: a finalizer of cyclic garbage runs once, even if the object comes back.
import gc

saved = []


class Phoenix:
    count = 0

    def __init__(self):
        self.me = self

    def __del__(self):
        Phoenix.count += 1
        saved.append(self)


p = Phoenix()
print(gc.is_finalized(p))
del p
print(gc.collect(), Phoenix.count, len(saved))
print(gc.is_finalized(saved[0]), saved[0].me is saved[0])
saved.clear()
print(gc.collect(), Phoenix.count, len(saved))
print(gc.collect())
p, q = Phoenix(), Phoenix()
p.other, q.other = q, p
del p, q
print(gc.collect(), Phoenix.count, len(saved))
keep = saved.pop()
saved.clear()
print(gc.collect(), Phoenix.count)
del keep
print(gc.collect(), Phoenix.count)
print(gc.is_finalized(3), gc.is_finalized([]), gc.is_finalized(Phoenix))
