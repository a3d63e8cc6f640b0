# itertools: the workhorses, with small inputs.
import itertools as it

print(list(it.chain("ab", [1], ())), list(it.chain.from_iterable(["ab", [3]])), list(it.islice(range(10), 2, 8, 3)), list(it.islice("abc", 2)), list(it.islice(it.count(5, 2), 3)), list(it.islice(it.cycle("ab"), 5)), list(it.repeat(7, 3)))
print(list(it.accumulate([1, 2, 3])), list(it.accumulate([1, 2, 3], lambda a, b: a * b, initial=10)), list(it.accumulate([])), list(it.starmap(pow, [(2, 3), (3, 2)])), list(it.compress("abcd", [1, 0, 1])), list(it.takewhile(lambda x: x < 3, [1, 2, 5, 1])), list(it.dropwhile(lambda x: x < 3, [1, 2, 5, 1])), list(it.filterfalse(bool, [0, 1, ""])))
print([(k, list(g)) for k, g in it.groupby("aabccc")], [(k, list(g)) for k, g in it.groupby([1, 3, 2, 4], key=lambda x: x % 2)], list(it.pairwise("abcd")), list(it.zip_longest("ab", [1], fillvalue="-")), list(it.batched("abcde", 2)))
print(list(it.product("ab", [1, 2])), list(it.product([0, 1], repeat=2)), list(it.product()), list(it.permutations("abc", 2)), list(it.combinations("abcd", 2)), list(it.combinations_with_replacement("ab", 2)), len(list(it.permutations(range(5)))), list(it.permutations([], 0)), list(it.combinations("ab", 3)))
a, b = it.tee([1, 2, 3])
print(next(a), next(a), list(b), list(a), it.count(3), it.repeat("x", 2), it.repeat(1), it.count(1, 2), it.count(0.5, 0.25))
g = it.groupby("aab")
k, first = next(g)
k2, second = next(g)
print(k, list(first), k2, list(second))
for f in (lambda: it.islice([1], -1), lambda: it.islice([1], 0, None, 0), lambda: it.chain(3), lambda: list(it.chain(3)), lambda: it.count("a"), lambda: it.repeat(), lambda: it.repeat(1, "a"), lambda: it.combinations("a", -1), lambda: it.combinations("a"), lambda: it.product(3), lambda: it.tee([], -1),
          lambda: list(it.starmap(pow, [1])), lambda: it.batched("a", 0), lambda: it.accumulate(), lambda: it.zip_longest("a", bad=1), lambda: it.permutations("ab", "c"), lambda: it.cycle(), lambda: it.compress("ab", 3), lambda: it.groupby(), lambda: it.pairwise(3), lambda: it.islice([1], "a"), lambda: it.product([1], repeat=-1), lambda: list(it.takewhile(3, [1]))):
    try:
        print(type(f()).__name__)
    except Exception as e:
        print(type(e).__name__, e)
