import itertools
for wrap in (enumerate, itertools.chain, itertools.islice, zip, reversed, filter, itertools.cycle):
    it = iter([1])
    try:
        for i in range(20000):
            it = wrap(it, 1) if wrap is itertools.islice else wrap(None, it) if wrap is filter else wrap(it)
        print(len(list(itertools.islice(it, 3))))
    except (RecursionError, TypeError) as e:
        print(type(e).__name__)
    del it
