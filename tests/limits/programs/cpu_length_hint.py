import operator
class A:
    def __length_hint__(self):
        return 2**62
    def __iter__(self):
        return self
    def __next__(self):
        return 1
list(A())
