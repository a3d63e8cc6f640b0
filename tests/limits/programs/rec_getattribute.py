class A:
    def __getattribute__(self, name):
        return self.x
try:
    A().x
except RecursionError as e:
    print("RE", e)
