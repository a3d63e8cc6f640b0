# The gc module's functions and what they refuse.
# modes: plain
import gc

print(sorted(n for n in dir(gc) if not n.startswith("_")))
print(gc.isenabled(), gc.get_threshold(), gc.get_debug(), gc.callbacks, gc.garbage, gc.get_freeze_count())
print(gc.disable(), gc.isenabled(), gc.enable(), gc.isenabled())
print(gc.is_tracked([]), gc.is_tracked(1), gc.is_finalized([]), gc.get_referents([]), gc.get_referrers([]))
for f in (lambda: gc.collect(5), lambda: gc.is_tracked(), lambda: gc.is_finalized(1, 2), lambda: gc.enable(1), lambda: gc.get_stats(1), lambda: gc.set_threshold(), lambda: gc.set_debug(), lambda: gc.get_objects(7), lambda: gc.get_objects(generation="a"), lambda: gc.freeze(1), lambda: gc.get_referents(3, 4, 5), lambda: gc.isenabled(x=1), lambda: gc.collect(generation=None), lambda: gc.collect(1.5), lambda: gc.get_objects(None) is not None):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class A:
    pass


a = A()
print(any(o is a for o in gc.get_objects()), any(o is a for o in gc.get_objects(0)), all(gc.is_tracked(o) for o in gc.get_objects()))
gc.collect()
print(any(o is a for o in gc.get_objects(0)), any(o is a for o in gc.get_objects(2)))
before = len(gc.get_objects())
x = [A() for _ in range(50)]
print(len(gc.get_objects()) - before)
del x
print(len(gc.get_objects()) - before)
