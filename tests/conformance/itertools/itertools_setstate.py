# What __setstate__ of every iterator accepts, and what it says of the rest.
# needs: library
import itertools as I, warnings
warnings.simplefilter('ignore')
mk = {
 'chain': lambda: I.chain([1],[2]), 'cycle': lambda: I.cycle([1,2]), 'accumulate': lambda: I.accumulate([1,2]),
 'combinations': lambda: I.combinations([1,2,3],2), 'permutations': lambda: I.permutations([1,2,3],2), 'cwr': lambda: I.combinations_with_replacement([1,2],2),
 'product': lambda: I.product([1,2],[3,4]), 'dropwhile': lambda: I.dropwhile(bool,[1,0]), 'takewhile': lambda: I.takewhile(bool,[1]),
 'islice': lambda: I.islice([1,2,3],2), 'groupby': lambda: I.groupby([1,1,2]), 'tee': lambda: I.tee([1,2])[0], 'zip_longest': lambda: I.zip_longest([1],[2,3]), 'count': lambda: I.count(), 'repeat': lambda: I.repeat(1), 'starmap': lambda: I.starmap(pow,[(1,2)]), 'compress': lambda: I.compress([1],[1]), 'pairwise': lambda: I.pairwise([1,2]), 'batched': lambda: I.batched([1,2],1), 'filterfalse': lambda: I.filterfalse(None,[0]),
 'zip': lambda: zip([1],[2]), 'map': lambda: map(abs,[1]), 'filter': lambda: filter(None,[1]), 'enumerate': lambda: enumerate([1]), 'reversed': lambda: reversed([1,2]), 'iter': lambda: iter([1,2]), 'tupleiter': lambda: iter((1,2)), 'striter': lambda: iter('ab'), 'rangeiter': lambda: iter(range(3)), 'bytesiter': lambda: iter(b'ab'), 'baiter': lambda: iter(bytearray(b'ab')), 'chainfi': lambda: I.chain.from_iterable([[1]]),'seqiter': lambda: iter(type('S',(),{'__getitem__':lambda s,i:[1,2][i]})()),
}
states = [None, 1, -1, 100, 10**30, 1.5, 'a', (), (1,), (1,2), (1,2,3), ([],), ([],[]), (iter([]),), (iter([1]),iter([2])), (iter([]),1), (iter([]), True), ([1],0), (0,0), (1,1), ((1,),(1,)), ((0,1),(2,1)), ((0,1,2),(3,2)), (-1,-1), (5,5), (iter([]),iter([]),iter([])), [], {}, ((1,2),), ('a','b'), ('a','b','c'), (iter([3]),'x','y'), iter([]), ((0,'a'),(0,0)),  (10**30,10**30)]
for n, f in mk.items():
    for s in states:
        it = f()
        if not hasattr(it, '__setstate__'):
            print(n, 'none'); break
        if type(s) is tuple: s = tuple(iter(list(x)) if type(x).__name__=='list_iterator' else x for x in s)
        try: r = it.__setstate__(s); r = repr(r)
        except Exception as e: print(n, str(s)[:20] if 'iterator' not in str(s) else 'it', type(e).__name__, e); continue
        try: print(n, str(s)[:40] if 'iterator' not in str(s) else 'it', r, str([next(it,'end') for _ in range(4)])[:70] if n!='groupby' else '')
        except Exception as e: print(n, str(s)[:20] if 'iterator' not in str(s) else 'it', 'next', type(e).__name__, e)
