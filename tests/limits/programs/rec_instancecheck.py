class M(type):
    def __instancecheck__(cls, x):
        return isinstance(x, cls)
    def __subclasscheck__(cls, x):
        return issubclass(x, cls)
class A(metaclass=M):
    pass
for f in (lambda: isinstance(1, A), lambda: issubclass(int, A)):
    try:
        f()
    except RecursionError as e:
        print("RE", e)
