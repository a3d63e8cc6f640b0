class A:
    @property
    def __bases__(self):
        return (self,)
try:
    issubclass(A(), int)
except (RecursionError, TypeError) as e:
    print(type(e).__name__)
class B:
    def __init__(self):
        self.__bases__ = (B(),) if False else (self,)
try:
    issubclass(B(), A)
except (RecursionError, TypeError) as e:
    print(type(e).__name__)
