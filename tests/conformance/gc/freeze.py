# modes: plain
# gc.freeze moves every tracked object out of the collector's sight.
import gc


class A:
    pass


def cycle():
    a = A()
    a.me = a
    return a


gc.collect()
print(gc.get_freeze_count())
kept = cycle()
gc.freeze()
n = gc.get_freeze_count()
print(n > 0)
del kept
print(gc.collect())
gc.unfreeze()
print(gc.get_freeze_count())
print(gc.collect() > 0)
cycle()
gc.freeze()
cycle()
print(gc.collect())
gc.unfreeze()
print(gc.collect())
print([len(gc.get_objects(generation=g)) > 0 for g in (2,)])
try:
    gc.get_objects(generation=3)
except ValueError as e:
    print(e)
try:
    gc.get_objects(generation=-1)
except ValueError as e:
    print(e)
try:
    gc.get_objects("x")
except TypeError as e:
    print(e)
