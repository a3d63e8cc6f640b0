import gc
def cb(phase, info):
    while True:
        pass
gc.callbacks.append(cb)
gc.collect()
