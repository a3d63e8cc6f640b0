import itertools
print(sum(1 for x in itertools.combinations(range(100), 50)))
