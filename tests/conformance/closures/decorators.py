# Decorators: order, arguments, classes, and the functions they leave behind.
import sys
log = []


def tag(name):
    log.append("make " + name)

    def decorate(f):
        log.append("apply " + name)

        def wrapper(*args, **kw):
            return name, f(*args, **kw)
        wrapper.inner = f
        return wrapper
    return decorate


@tag("outer")
@tag("inner")
def f(x):
    return x


print(log, f(3), f.__name__, f.inner.inner.__name__)


@lambda f: "replaced"
def g():
    pass


print(g)


@tag("class")
class A:
    pass


print(type(A).__name__, A()[0], type(A()[1]).__name__)


def memo(f):
    cache = {}

    def wrapper(n):
        if n not in cache:
            cache[n] = f(n)
        return cache[n]
    wrapper.cache = cache
    return wrapper


@memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(40), len(fib.cache), sys.getrefcount(fib.cache))


class Count:
    def __init__(self, f):
        self.f, self.n = f, 0

    def __call__(self, *args):
        self.n += 1
        return self.f(*args)


@Count
def h(a, b=2):
    return a + b


print(h(1), h(1, 1), h.n)
x = [tag("i")]


@x[0]
@(y := tag("walrus"))
def k():
    return 1


print(k(), y is not None)
