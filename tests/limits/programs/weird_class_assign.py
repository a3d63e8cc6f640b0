class A:
    pass
class B:
    __slots__ = ("x",)
class C(int):
    pass
for x, c in ((A(), B), (A(), int), (1, A), (C(), A), (A, B), (A(), 5), (lambda: 0, A), (object(), A)):
    try:
        x.__class__ = c
        print("assigned")
    except TypeError as e:
        print(e)
