import gc
a = [[] for i in range(300000)]
while True:
    gc.collect()
