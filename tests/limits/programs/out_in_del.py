class A:
    def __del__(self):
        while True:
            print("x" * 1000)
A()
print("never")
