class A:
    def __contains__(self, x):
        return x in self
    def __getitem__(self, i):
        return self[i]
try:
    1 in A()
except RecursionError as e:
    print("RE", e)
try:
    A()[1]
except RecursionError as e:
    print("RE", e)
