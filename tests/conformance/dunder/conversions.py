# __bool__, __int__, __float__, __index__, __str__, __repr__, __bytes__, __hash__, __format__, __complex__.
class A:
    def __repr__(self):
        return "A.repr"


class B(A):
    def __str__(self):
        return "B.str"


class C(B):
    def __format__(self, spec):
        return "C.format:" + spec

    def __bytes__(self):
        return b"C.bytes"

    def __hash__(self):
        return 99

    def __index__(self):
        return 3

    def __float__(self):
        return 1.25

    def __complex__(self):
        return 2j

    def __bool__(self):
        return False


for x in (A(), B(), C()):
    print(str(x), repr(x), f"{x}", f"{x!r}", "%s %r" % (x, x), "{} {!s:>10}".format(x, x), [x], {1: x}, (x,))
c = C()
print(bytes(c), hash(c), int(c), float(c), complex(c), bool(c), [0, 1, 2, 3, 4][c], hex(c), range(c), "ab" * c, f"{c:spec}", format(c), chr(c), "abcdef"[c:], bytes(C()), bin(c), round(1.23456, c), not c)


class W:
    def __init__(self, v):
        self.v = v

    def get(self, *a):
        return self.v

    __repr__ = __str__ = __format__ = __bytes__ = __hash__ = __index__ = __float__ = __complex__ = __bool__ = __int__ = __len__ = __length_hint__ = get


for v in (None, 1, "s", 1.5, b"b"):
    for f in (repr, str, format, bytes, hash, lambda x: [1][x], float, complex, bool, int, len):
        try:
            print(f(W(v)), end="; ")
        except (TypeError, ValueError, IndexError) as e:
            print(type(e).__name__, e, end="; ")
    print()


class OnlyLen:
    def __len__(self):
        return 0


class NoStr:
    __str__ = None


class ReprFails:
    def __repr__(self):
        raise KeyError("r")


print(bool(OnlyLen()), hash(W(-1)), hash(W(2 ** 61 - 1)), hash(W(2 ** 64)))
for f in (lambda: str(NoStr()), lambda: str(ReprFails()), lambda: f"{[ReprFails()]}", lambda: print(ReprFails()), lambda: bytes(A()), lambda: int(A()), lambda: [][A()], lambda: float(B()), lambda: complex(A()), lambda: range(A()), lambda: "a" * A()):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
