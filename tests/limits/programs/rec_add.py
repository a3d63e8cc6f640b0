class A:
    def __add__(self, other):
        return self + other
    def __radd__(self, other):
        return other + self
for f in (lambda: A() + 1, lambda: 1 + A(), lambda: sum([A(), A()])):
    try:
        f()
    except RecursionError as e:
        print("RE", e)
