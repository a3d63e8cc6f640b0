import gc
class A:
    def __del__(self):
        self.me = self
        gc.collect()
for i in range(100):
    a = A()
    a.b = a
del a
print(gc.collect() >= 0)
