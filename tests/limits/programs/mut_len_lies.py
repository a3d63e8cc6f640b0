class L:
    def __len__(self):
        return 2**62
    def __getitem__(self, i):
        if i > 3:
            raise IndexError
        return i
print(list(L()), sorted(L()), tuple(L()), 3 in L())
try:
    print(len(list(reversed(L()))))
except Exception as e:
    print(type(e).__name__)
class N:
    def __len__(self):
        return -1
try:
    len(N())
except ValueError as e:
    print(e)
