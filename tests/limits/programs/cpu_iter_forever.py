import itertools
print(list(iter(int, 1)))
