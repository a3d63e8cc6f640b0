class M(type):
    def mro(cls):
        return super().mro()
class A(metaclass=M):
    pass
class B(A):
    pass
class C(A):
    pass
B.__bases__ = (C,)
try:
    C.__bases__ = (B,)
except TypeError as e:
    print(e)
print([c.__name__ for c in B.__mro__])
