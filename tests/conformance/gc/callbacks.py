# modes: plain
# gc.callbacks hear of the start and the stop of each collection.
import gc


def callback(phase, info):
    print(phase, sorted(info.items()))


def broken(phase, info):
    print("second", phase, info["generation"])


gc.disable()
gc.collect()
gc.callbacks.append(callback)
l = []
l.append(l)
del l
print(gc.collect())
print(gc.collect(0))
gc.callbacks.append(broken)
print(gc.collect(1))
gc.callbacks.remove(callback)
print(gc.collect(2))
gc.callbacks.clear()
print(gc.collect(), gc.callbacks)
try:
    gc.callbacks.remove(callback)
except ValueError as e:
    print(e)
print(type(gc.callbacks), type(gc.garbage))
