class A:
    def __hash__(self):
        return hash(self)
try:
    {A()}
except RecursionError as e:
    print("RE", e)
