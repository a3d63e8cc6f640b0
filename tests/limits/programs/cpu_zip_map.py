import itertools
for x in filter(None, itertools.repeat(0)):
    pass
