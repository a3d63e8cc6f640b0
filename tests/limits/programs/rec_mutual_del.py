class A:
    def __del__(self):
        global n
        n += 1
        if n < 3000:
            A()
n = 0
A()
print(n)
