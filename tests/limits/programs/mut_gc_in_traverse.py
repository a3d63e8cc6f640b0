import gc
class A:
    def __del__(self):
        gc.collect()
        keep.append(self)
keep = []
for i in range(10):
    a = A()
    a.me = a
del a
gc.collect()
print(len(keep))
