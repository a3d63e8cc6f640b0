# Comparisons: chains, mixed kinds, reflected methods, NotImplemented.
print(1 < 2 < 3, 1 < 3 < 2, 1 < 2 > 0, 1 == 1.0 == True, 3 > 2 == 2, 1 < 2 in [2], not 1 == 2)


def log(x):
    print("eval", x, end="; ")
    return x


print(log(1) < log(0) < log(5))
print(log(1) < log(2) < log(5))


class A:
    def __init__(self, n):
        self.n = n

    def __lt__(self, o):
        print("A.lt", end=" ")
        return NotImplemented if isinstance(o, B) else self.n < o

    def __eq__(self, o):
        print("A.eq", end=" ")
        return NotImplemented


class B:
    def __gt__(self, o):
        print("B.gt", end=" ")
        return "reflected"

    def __eq__(self, o):
        print("B.eq", end=" ")
        return NotImplemented


class SubA(A):
    def __gt__(self, o):
        print("SubA.gt", end=" ")
        return "sub first"


print(A(1) < B(), A(1) < 5, A(1) < SubA(2), A(1) == B(), B() == A(1), A(1) != B(), A(1) == 3)
for f in (lambda: A(1) <= 3, lambda: A(1) > A(2), lambda: 3 < A(1), lambda: None < None, lambda: [] < (), lambda: {} < {}, lambda: object() < object(), lambda: int < str, lambda: 1 < None, lambda: "a" >= 1, lambda: (1, "a") < (1, 2),
          lambda: [1] < [None], lambda: {1} < [1], lambda: range(1) < range(2), lambda: slice(1) < slice(2), lambda: 1j >= 1, lambda: b"a" < "a", lambda: max(1, "a"), lambda: min([]), lambda: max(), lambda: max(3), lambda: sorted([3, None])):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print([] == (), [1, 2] < [1, 2, 0], (1, 2) < (1, 3), [] < [1], [2] > [1, 9], (1,) == (1.0,), {1: 2} == {1.0: 2.0}, {1} == frozenset([1]), range(3) == range(0, 3, 1), "a" == b"a", None == 0, slice(1, 2) == slice(1, 2), slice(1) < slice(2))


class E:
    def __eq__(self, o):
        return [1]

    def __bool__(self):
        raise ValueError("no truth")


e = E()
print(e == 1, e != 1, e in [e])
try:
    e in [1] and not (e < e)
except TypeError as x:
    print(x)
try:
    1 if e else 2
except ValueError as x:
    print(x)
