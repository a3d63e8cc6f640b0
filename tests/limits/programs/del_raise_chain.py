class A:
    def __del__(self):
        raise ValueError("x" * 10)
def f():
    a = A()
    raise KeyError("outer")
try:
    f()
except KeyError as e:
    print(repr(e), e.__context__)
