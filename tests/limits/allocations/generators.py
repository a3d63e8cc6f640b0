def g(n):
    try:
        for i in range(n):
            x = yield i * 1000
    finally:
        print("end")
    return 5000
def d(): return (yield from g(2))
list(d()); it = g(3); next(it); it.send(7000); it.close()
it = g(2); next(it)
try: it.throw(ValueError(1000))
except ValueError: pass
gen = (x * 1000 for x in [1, 2, 3] if x)
print(list(gen), sum(y for y in g(2)))
a, *b = g(3)
def e():
    r = []
    while True:
        try: r.append((yield len(r)))
        except KeyError as k: r.append(k)
x = e(); next(x); x.send([1]); x.throw(KeyError, "a"); x.throw(KeyError(1)); del x
import itertools
print(list(itertools.chain([1000], (2000,))), list(itertools.islice(itertools.count(1000), 3)), list(itertools.product([1, 2], "ab")))
print(list(itertools.groupby([1, 1, 2])), list(itertools.accumulate([1000, 2000])), list(itertools.permutations([1, 2, 3], 2)), list(itertools.combinations([1, 2, 3], 2)))
t = itertools.tee([1000, 2000]); list(t[0]); list(t[1])
list(itertools.zip_longest([1], [2, 3], fillvalue=4000)); list(itertools.starmap(pow, [(2, 13)])); list(itertools.batched([1,2,3], 2)); list(itertools.pairwise([1,2,3]))
for i, (k, v) in enumerate(reversed([(1, 2), (3, 4)])): pass
list(iter(lambda: 1, 1))
