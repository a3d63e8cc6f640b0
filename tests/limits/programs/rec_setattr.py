class A:
    def __setattr__(self, name, value):
        self.x = value
    def __delattr__(self, name):
        del self.x
try:
    A().x = 1
except RecursionError as e:
    print("RE", e)
try:
    del A().x
except RecursionError as e:
    print("RE", e)
