import itertools
print(len(list(itertools.repeat(1, 10**10))))
