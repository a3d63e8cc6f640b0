class A:
    def __add__(self, o):
        self.__class__ = B
        del A.__add__
        return self
class B:
    pass
a = A()
print(type(a + 1).__name__)
