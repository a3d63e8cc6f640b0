class K(str):
    pass
class I:
    def __iter__(self):
        return self
    def __next__(self):
        a.clear()
        raise StopIteration
a = ["x", "y"]
print("".join(a))
print(list(zip(a, I(), a)), a)
