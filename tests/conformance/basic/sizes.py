# The plainest of programs on sizes.
import sys

print([sys.getsizeof(x) for x in (0, 1, 2 ** 40, 1.5, "", "abc", "é", b"", b"ab", (), (1, 2), [], [1], {}, {"a": 1}, set(), None, True, 1j)])
l = []
print([sys.getsizeof(l) if l.append(i) is None else 0 for i in range(20)])


class A:
    pass


class S:
    __slots__ = ("x",)


print(sys.getsizeof(A()), sys.getsizeof(S()), sys.getsizeof(object()), sys.getsizeof(range(5)), sys.getsizeof(lambda: 0))
