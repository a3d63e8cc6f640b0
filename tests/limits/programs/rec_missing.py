class D(dict):
    def __missing__(self, key):
        return self[key]
try:
    D()[1]
except RecursionError as e:
    print("RE", e)
