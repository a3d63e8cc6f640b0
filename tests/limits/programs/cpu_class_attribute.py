class A:
    pass
subs = [type("B", (A,), {}) for i in range(3000)]
while True:
    A.x = 1
