# The plainest of programs on functions.
def add(a, b=10):
    return a + b


def nothing():
    pass


def many(*args, **kw):
    return args, kw


def fact(n):
    return 1 if n <= 1 else n * fact(n - 1)


print(add(1), add(1, 2), add(b=3, a=4), nothing(), many(1, 2, x=3), fact(10))


def early(x):
    if x:
        return "early"
    return "late"


print(early(1), early(0), (lambda x, y: x * y)(3, 4))


def swap(a, b):
    return b, a


x, y = swap(1, 2)
print(x, y, add.__name__, callable(add))


def keyword_only(a, *, b, c=3):
    return a, b, c


print(keyword_only(1, b=2), keyword_only(1, c=5, b=4))


def positional(a, /, b):
    return a, b


print(positional(1, b=2))
f = add
print(f(5), f is add, [g(2) for g in (add, fact, lambda v: -v)])
print(add(*[1, 2]), add(**{"a": 5}), max(3, 1, 2), min([4, 2]))
