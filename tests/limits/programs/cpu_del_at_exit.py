class A:
    def __del__(self):
        while True:
            pass
keep = [A() for i in range(10)]
print("end")
