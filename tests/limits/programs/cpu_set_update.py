import itertools
set().update(itertools.repeat(1))
