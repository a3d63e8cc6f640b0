import itertools
print(itertools.product(range(10**9), range(10**9)))
