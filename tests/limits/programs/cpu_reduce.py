import functools, itertools
functools.reduce(max, itertools.repeat(1))
