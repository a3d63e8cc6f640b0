# Functions inside functions: several levels, shared cells, recursion through cells.
def level1(a):
    b = a + 1

    def level2(c):
        nonlocal b
        b += c
        d = a + b

        def level3(e=d):
            nonlocal d
            d += e
            return a, b, c, d, e
        return level3, lambda: (b, d)
    return level2


f = level1(10)
g, peek = f(1)
h, peek2 = f(2)
print(g(), peek(), h(), peek2(), g(5), peek(), peek2())
print(f.__code__.co_freevars, g.__code__.co_freevars, [c.cell_contents for c in g.__closure__], f.__qualname__, g.__qualname__)


def compose(*fs):
    def composed(x):
        for f in reversed(fs):
            x = f(x)
        return x
    return composed


print(compose(str, lambda v: v + 1, abs)(-5), compose()(3))


def factorial():
    def fact(n):
        return 1 if n < 2 else n * fact(n - 1)
    return fact


fact = factorial()
print(fact(10), fact.__closure__[0].cell_contents is fact)


def accumulate(start=0):
    total = start

    def add(n):
        nonlocal total
        total += n
        return total
    add.reset = lambda: exec("pass") or start
    add.total = lambda: total
    return add


x, y = accumulate(), accumulate(100)
print(x(5), x(6), y(1), x.total(), y.total(), y.reset())


def curry(f, n):
    def inner(*args):
        return f(*args) if len(args) >= n else lambda *more: inner(*args, *more)
    return inner


print(curry(lambda a, b, c: (a, b, c), 3)(1)(2)(3), curry(max, 2)(4)(9))
ops = {name: (lambda n: lambda x: x * n)(i) for i, name in enumerate(["zero", "one", "two"])}
print([ops[k](10) for k in ops])
