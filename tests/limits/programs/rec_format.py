class A:
    def __format__(self, spec):
        return format(self, spec)
try:
    f"{A():x}"
except RecursionError as e:
    print("RE", e)
