# abs, round, divmod, pow, sum, min, max with all sorts of arguments.
class N:
    def __abs__(self): return "abs"
    def __round__(self, *a): return "round", a
    def __divmod__(self, o): return "divmod", o
    def __rdivmod__(self, o): return "rdivmod", o
    def __pow__(self, o, m=None): return "pow", o, m
    def __rpow__(self, o): return "rpow", o
    def __trunc__(self): return 3
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
    def __add__(self, o): return "add", o
    def __radd__(self, o): return "radd", o


n = N()
print(abs(n), round(n), round(n, 2), divmod(n, 1), divmod(1, n), pow(n, 2), pow(n, 2, 3), pow(2, n), 2 ** n, sum([n]), sum([n], 5))
print(abs(-5), abs(-5.5), abs(True), abs(-2 ** 70), round(5), round(-15, -1), round(1.25, 1), round(1e300, -299), round(2.5, None), round(True), round(123.456, -2), round(1e-10, 5))
print(sum([]), sum([[1], [2]], []), sum((1, 2), start=10), sum([True, True]), sum([0.1, 0.2, 0.3]), sum([1e16, 1.0, -1e16]), sum([2 ** 60, 2 ** 60, 2 ** 60]), sum(range(101)))
print(min(3, 1, 2), max([3, 1]), min("b", "a"), max([], default="d"), min([[2], [1]]), max("abc", key=lambda c: -ord(c)), min(1, 1.0, True), max({1: 2, 3: 0}), min(x for x in (5, 4)), max(1, 2, key=None))
for f in (lambda: abs("a"), lambda: abs(), lambda: round("a"), lambda: round(1.5, "a"), lambda: round(), lambda: sum(3), lambda: sum(["a"]), lambda: sum(["a"], ""), lambda: sum([b""], b""), lambda: sum([[]]), lambda: min(), lambda: min(1), lambda: max([]),
          lambda: max(1, 2, default=3), lambda: max(1, key=3), lambda: max([1, 2], key=3), lambda: min([1, "a"]), lambda: divmod(1), lambda: pow(1), lambda: pow(2, "a"), lambda: pow("a", 1, 2), lambda: sum([1], [2]), lambda: sum([1, 2], None), lambda: max([1], bad=1), lambda: round(1, 2, 3)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
