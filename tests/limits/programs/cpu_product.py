import itertools
for x in itertools.product(range(100), repeat=10):
    pass
