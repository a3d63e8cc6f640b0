class A:
    def m(self):
        pass
    def __repr__(self):
        return "A"
m = A().m
for i in range(50000):
    m = type(m)(m, 1)
for f in (repr, hash):
    try:
        f(m)
        print("ok")
    except RecursionError as e:
        print("RE")
try:
    m()
except (RecursionError, TypeError) as e:
    print("failed")
