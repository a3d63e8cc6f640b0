import gc
def cb(phase, info):
    gc.collect()
    [[] for i in range(1000)]
gc.callbacks.append(cb)
gc.collect()
gc.callbacks.clear()
print("ok")
