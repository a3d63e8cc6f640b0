# modes: plain
# Survivors move to the next generation.
import gc

gc.disable()
gc.collect()


def where(o):
    return [g for g in range(3) if any(x is o for x in gc.get_objects(generation=g))]


a = [1]
print(where(a))
gc.collect(0)
print(where(a))
b = {"k": []}
print(where(a), where(b), where(b["k"]))
gc.collect(0)
print(where(a), where(b))
gc.collect(1)
print(where(a), where(b))
c = [a, b]
gc.collect(0)
print(where(c))
gc.collect(2)
print(where(a), where(b), where(c))
c.append(c)
del c
print(gc.collect(0), gc.collect(1), gc.collect(2))
e = []
e.append(e)
gc.collect(0)
del e
print(gc.collect(0), gc.collect(1))
print(where(1), where("s"), where(()))
