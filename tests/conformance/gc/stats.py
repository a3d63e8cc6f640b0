# modes: plain
# gc.get_stats counts collections, collected and uncollectable by generation.
import gc

gc.disable()
gc.collect()
before = gc.get_stats()
print(len(before), [sorted(s) for s in before][0])
gc.collect(0)
gc.collect(0)
gc.collect(1)
l = []
l.append(l)
del l
gc.collect(2)
after = gc.get_stats()
print([b["collections"] - a["collections"] for a, b in zip(before, after)])
print([b["collected"] - a["collected"] for a, b in zip(before, after)])
print([b["uncollectable"] for b in after])
a = gc.get_count()
x = [[] for _ in range(10)]
b = gc.get_count()
print(b[0] - a[0] >= 10, b[1] - a[1])
del x
gc.collect(0)
print(gc.get_count()[0] < 5, gc.get_count()[1] - b[1])
gc.collect(1)
c = gc.get_count()
print(c[1], c[2])
gc.collect()
print(gc.get_count()[1:])
