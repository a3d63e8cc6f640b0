class A:
    def __iter__(self):
        return iter(self)
try:
    list(A())
except RecursionError as e:
    print("RE", e)
