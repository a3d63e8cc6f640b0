# Fractions and decimals by hand: operators, reductions, rounding, formatting.
class Fraction:
    __slots__ = ("n", "d")

    def __new__(cls, n, d=1):
        if d == 0:
            raise ZeroDivisionError("Fraction(%s, 0)" % n)
        if d < 0:
            n, d = -n, -d
        a, b = abs(n), d
        while b:
            a, b = b, a % b
        self = super().__new__(cls)
        self.n, self.d = n // (a or 1), d // (a or 1)
        return self

    def _coerce(f):
        def op(self, o):
            if isinstance(o, int):
                o = Fraction(o)
            if not isinstance(o, Fraction):
                return NotImplemented
            return f(self, o)
        return op

    __add__ = __radd__ = _coerce(lambda a, b: Fraction(a.n * b.d + b.n * a.d, a.d * b.d))
    __sub__ = _coerce(lambda a, b: Fraction(a.n * b.d - b.n * a.d, a.d * b.d))
    __rsub__ = _coerce(lambda a, b: b - a)
    __mul__ = __rmul__ = _coerce(lambda a, b: Fraction(a.n * b.n, a.d * b.d))
    __truediv__ = _coerce(lambda a, b: Fraction(a.n * b.d, a.d * b.n))
    __rtruediv__ = _coerce(lambda a, b: b / a)
    __eq__ = _coerce(lambda a, b: (a.n, a.d) == (b.n, b.d))
    __lt__ = _coerce(lambda a, b: a.n * b.d < b.n * a.d)
    del _coerce

    def __pow__(self, k):
        return Fraction(self.n ** k, self.d ** k) if k >= 0 else Fraction(self.d ** -k, self.n ** -k)

    def __hash__(self):
        return hash(self.n) if self.d == 1 else hash((self.n, self.d))

    def __repr__(self):
        return str(self.n) if self.d == 1 else "%d/%d" % (self.n, self.d)

    def __float__(self):
        return self.n / self.d

    def __format__(self, spec):
        places = int(spec or 0)
        scaled = (abs(self.n) * 10 ** places * 2 + self.d) // (2 * self.d)
        text = str(scaled).zfill(places + 1)
        sign = "-" if self.n < 0 else ""
        return sign + (text[:-places] + "." + text[-places:] if places else text)


h, t = Fraction(1, 2), Fraction(1, 3)
print(h + t, h - t, h * t, h / t, 1 + h, 2 - t, 3 * h, 1 / t, -1 * h, h ** 3, t ** -2, h == Fraction(2, 4), t < h, sorted([h, t, Fraction(2, 5)]), sum([h, t, 1]), float(t), {h: 1}[Fraction(3, 6)], Fraction(6, -4))
print(f"{t:5} {Fraction(2, 3):3} {Fraction(-7, 2):1} {Fraction(22, 7):20} {Fraction(5):0}")
x = Fraction(1)
for i in range(1, 15):
    x = x + Fraction(1, i) * (-1) ** i
print(x, f"{x:10}")
e = sum((Fraction(1, f) for f in [1, 1, 2, 6, 24, 120, 720, 5040, 40320]), Fraction(0))
print(e, f"{e:8}")
for f in (lambda: Fraction(1, 0), lambda: h / 0, lambda: h + "a", lambda: 1.5 * h, lambda: h > 1, lambda: h >= 1, lambda: Fraction("1"), lambda: h.x, lambda: setattr(h, "z", 1), lambda: [1] * h, lambda: h < "a"):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
