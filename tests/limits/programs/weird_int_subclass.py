class I(int):
    def __index__(self): return 10**30
    def __int__(self): return 5
    def __eq__(self, o): return True
    def __hash__(self): raise TypeError("no")
    def __add__(self, o): return NotImplemented
    def __lt__(self, o): raise ZeroDivisionError
i = I(2)
for f in (lambda: [1, 2, 3][i], lambda: i + 1, lambda: {i: 1}, lambda: range(i), lambda: "ab" * i, lambda: sorted([i, i]), lambda: int(i), lambda: chr(i), lambda: i in [7], lambda: sum([i]), lambda: 1 << i, lambda: f"{i}", lambda: max(i, i), lambda: bytes(i)):
    try:
        print(f())
    except (TypeError, ZeroDivisionError) as e:
        print(type(e).__name__, e)
