print((10**30 + 1) in range(0, 10**40, 7), range(10**40).index(10**39), len(range(10**18)))
class I(int):
    def __eq__(self, o):
        return False
    __hash__ = int.__hash__
print(I(5) in range(10**18))
