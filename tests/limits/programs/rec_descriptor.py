class D:
    def __get__(self, i, t):
        return t.d
    def __set__(self, i, v):
        i.d = v
class A:
    d = D()
for f in (lambda: A.d, lambda: A().d, lambda: setattr(A(), "d", 1)):
    try:
        f()
    except RecursionError as e:
        print("RE", e)
