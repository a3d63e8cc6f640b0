# sum() of lists of ints that lie unboxed, boxed, or beyond what fits.
import sys

numbers = [1000, 2000, 2**52, 2**53 - 1, 5, True, 3]
print(sum(numbers), sum([2**62, 2**62, 2**62]), sum([1, 2.5, 3]), sum([10**20, 1]), sum([2**53 - 1] * 5))
print(sum([1000, 2000], 1.5), sum([1000, -2000], 2**63), sys.getrefcount(numbers[0]))
kept = numbers[1]
print(sum(numbers[:2]), sys.getrefcount(kept), kept is numbers[1])
it = iter([1000, 2000, 3000])
next(it)
print(sum(it), list(it))
try:
    sum([1000, "a"])
except TypeError as e:
    print(e)
print([1] + [2, 3] + [4] * 5 + [9, 10, 11], (1,) + (2, 3, 4, 5) + (6, 7, 8, 9, 10), [1000] * 40 == [1000] * 39 + [1000])
many = [x := object()] * 100
print(sys.getrefcount(x), len(many), many[99] is x)
many[::2] = [None] * 50
print(sys.getrefcount(x), many.count(None), many[1] is x)
