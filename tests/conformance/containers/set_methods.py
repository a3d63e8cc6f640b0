# Set and frozenset methods with ints, whose order is fixed.
s = {5, 1, 3}
s.add(1)
s.add(8)
s.update([2, 2], (9,))
print(s, len(s), 3 in s, s.discard(99), s.remove(9), s.pop(), s)
a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a & b, a | b, a - b, a ^ b, a.union([9], {10}), a.intersection([1], [1, 2]), a.difference([1], [2]), a.symmetric_difference([1, 7]))
print(a < b, {3} < a, a <= a, a < a, a > {1}, a >= {9}, a.issubset(range(9)), a.issuperset([1]), a.isdisjoint([9]), a == frozenset(a), {1} != {1.0}, set() == frozenset())
a &= {1, 2, 3}
a |= {7}
a -= {1}
a ^= {2, 8}
print(a, a.copy() is a, a.copy() == a, frozenset(a), frozenset(frozenset([1])), set("aab") == {"a", "b"}, set(), frozenset(), set([1.0, 1, True]))
f = frozenset([1, 2])
print(frozenset(f) is f, f.copy() is f, f | {3}, type(f | {3}).__name__, type({3} | f).__name__, f & f, hash(f) == hash(frozenset([2, 1])), {f: 1}[frozenset([1, 2])], {frozenset([1])} == {frozenset([1])}, {1, 2} in [{2, 1}])
for g in (lambda: {1}.remove(2), lambda: set().pop(), lambda: {[]}, lambda: {1}.add([]), lambda: {1} | [1], lambda: {1} & 3, lambda: {1} - [1], lambda: {1} < [1], lambda: set(3), lambda: set(1, 2), lambda: {1}.union(3), lambda: {1}.update(3), lambda: hash(set()),
          lambda: f.add(1), lambda: {1} + {2}, lambda: {1}.remove([]), lambda: {1}.discard({}), lambda: [] in {1}, lambda: frozenset(1), lambda: {1}.issubset(3), lambda: {1}.__init__(1, 2), lambda: {1}.add(), lambda: {1}.isdisjoint(3), lambda: f.__ior__({1}), lambda: set(a=1), lambda: {1}.intersection_update(5)):
    try:
        print(g())
    except Exception as e:
        print(type(e).__name__, e)
print({1} in {frozenset([1])}, {frozenset([2])}.discard({2}))


class S(set):
    pass


print(S([1]), type(S([1]) | {2}).__name__, type({2} | S([1])).__name__, S([1]) == {1}, type(S([1]).copy()).__name__)
print(list({i * 7 % 64 for i in range(20)}), list({-1, -2, 0, 33, 65, 1}), list({2 ** 40, 1, 2 ** 61 - 1, 7}), list({0.5, 2, 8.0}))
