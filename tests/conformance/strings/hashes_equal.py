# Equal things have equal hashes; which hashes do not depend on the seed.
print(hash(1) == hash(1.0) == hash(True) == hash(1 + 0j), hash(-1), hash(-2), hash(0), hash(2 ** 61 - 1), hash(2 ** 61), hash(-(2 ** 61)))
print(hash(0.5), hash(1e300), hash(float("inf")), hash(-float("inf")), hash(0.1), hash(-0.0), hash(1.5), hash(2.0 ** 100), hash(1e-10))
print(hash(10 ** 30), hash(-(10 ** 30)), hash(1j), hash(1.5 + 2j), hash(3 - 0j))
print(hash(()), hash((1,)), hash((1, 2)), hash((1, (2, 3))), hash((0.5, -1)), hash((1, 2)) == hash((1.0, 2.0)))
print(hash(frozenset()), hash(frozenset([1, 2, 3])), hash(frozenset([1])), hash(range(3)), hash(range(0)) == hash(range(1, 1)), hash(range(0, 4, 3)) == hash(range(0, 5, 3)))
print(hash("") , hash(b""), hash("a") == hash("a"), hash("ab") == hash(b"ab"))
for bad in ([], {}, set(), bytearray(), ([],), (1, {}), slice([], 1)):
    try:
        hash(bad)
    except TypeError as e:
        print(e)
    try:
        {bad: 1}
    except TypeError as e:
        print(e)


class A:
    def __eq__(self, other):
        return True


class B(A):
    __hash__ = A.__hash__


class C(A):
    def __hash__(self):
        return "text"


class D:
    def __hash__(self):
        return 2 ** 70


class E:
    def __hash__(self):
        return -1


class F(A):
    __hash__ = object.__hash__


for k in (A, B, C, D, E, F):
    try:
        print(k.__name__, hash(k()) if k is not F else type(hash(k())))
    except TypeError as e:
        print(e)
print(hash(slice(1, 2)) == hash(slice(1, 2)), hash(None) == hash(None), hash(int) == hash(int))
