# sys.getsizeof of the simplest values.
import sys


class A:
    pass


class S:
    __slots__ = ("a", "b")


class E:
    __slots__ = ()


def f(a, b=1):
    x = a
    return x


def g():
    yield


size = sys.getsizeof
print([size(v) for v in (None, True, 0, 1, -1, 2 ** 30 - 1, 2 ** 30, 2 ** 60, -(2 ** 90), 1.5, 1j, ..., NotImplemented)])
print([size(v) for v in ("", "a", "abc", "é", "ÿab", "Ā", "日本", "😀", "a😀", "x" * 100)])
print([size(v) for v in (b"", b"abc", bytearray(), bytearray(b"abc"), memoryview(b"abc"), range(5), slice(1), slice(1, 2, 3))])
print([size(v) for v in ((), (1,), (1, 2), [], [1], [1, 2], [1, 2, 3], {}, {1: 2}, set(), {1}, frozenset(), frozenset([1]))])
print([size(v) for v in (A(), S(), E(), object(), f, len, [].append, A().__init__, f.__code__.co_code, iter([]), iter(()), iter(""), iter({}), iter(range(1)), zip(), enumerate([]), map(len, []))])
print([size(v) for v in (Exception(), ValueError(1), KeyError("a"), OSError(1, "b"), StopIteration(), property(), classmethod(f), staticmethod(f), super(A, A()), {}.keys(), {}.items(), type(f.__get__(1))(f, 1))])
print([size(v) for v in (A, int, type, S)], size(sys), size(A.__dict__), size(A().__dict__))
for bad in ((), (1, 2, 3)):
    try:
        size(*bad)
    except TypeError as e:
        print(e)


class C:
    def __sizeof__(self):
        return 100


class D:
    def __sizeof__(self):
        return "x"


class F:
    def __sizeof__(self):
        return -1


class G(list):
    def __sizeof__(self):
        return 7


print(size(C()), size(G()), [].__sizeof__(), (1).__sizeof__(), "a".__sizeof__(), {}.__sizeof__())
for k in (D, F):
    try:
        size(k())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(size(D(), "default"))
