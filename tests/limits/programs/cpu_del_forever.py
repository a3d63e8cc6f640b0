class A:
    def __del__(self):
        while True:
            pass
for i in range(100):
    A()
