# Complex arithmetic, parsing and text.
print(1j * 1j, (1 + 2j) * (3 - 4j), (1 + 2j) / (3 - 4j), (1 + 2j) ** 2, (1 + 2j) ** 0.5, (2j) ** -1, 0j ** 0, abs(3 + 4j), -(1 + 2j), (1 + 2j).conjugate(), (1 + 2j).real, (1 + 2j).imag)
print(complex(1, 2), complex("1+2j"), complex(" -1.5e3j "), complex("j"), complex("(1-j)"), complex(1j, 2j), complex("inf+nanj"), complex(3), complex(), complex(True), complex("1_0+2j"))
print(repr(1j), repr(-1j), repr(complex(-0.0, 1)), repr(complex(0, -0.0)), repr(complex(1, float("-inf"))), repr(1e100 + 1e-7j), str(1 - 0j), repr(-0j), -(0j), 1 + 0j == 1, 1j == 1)
for f in (lambda: 1j < 2j, lambda: 1j // 1, lambda: 1j % 1, lambda: divmod(1j, 1), lambda: int(1j), lambda: float(1j), lambda: 1j / 0, lambda: 0j ** -1, lambda: complex("1 + 2j"), lambda: complex(""), lambda: complex("x"), lambda: complex("1", 2),
          lambda: complex(1, "2"), lambda: complex([]), lambda: round(1j), lambda: pow(1j, 2, 3), lambda: 1j & 1, lambda: 1j + "a", lambda: (1j).real.imag, lambda: setattr(1j, "real", 1), lambda: sorted([1j, 2j]), lambda: [].__getitem__(1j), lambda: 0j ** 1j):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class C:
    def __complex__(self):
        return 1 + 1j


class D:
    def __complex__(self):
        return 3


print(complex(C()), hash(1 + 0j) == hash(1), {1: "a"}[1 + 0j], sum([1j, 2]), bool(0j), complex(1.5).__class__.__name__)
try:
    complex(D())
except TypeError as e:
    print(e)
