# needs: library
# What each import leaves for the collector.
import gc

gc.collect()
gc.disable()
for name in (
    "sys time itertools heapq bisect struct io types abc os weakref timeit operator array collections random "
    "functools contextlib queue threading decimal enum re string copy json typing fractions statistics textwrap "
    "logging argparse pathlib linecache tokenize dis ast inspect pprint dataclasses"
).split():
    __import__(name)
    print(name, gc.collect())
