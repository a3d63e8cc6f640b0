# The plainest of programs on closures.
def outer(x):
    def inner(y):
        return x + y
    return inner


add5 = outer(5)
print(add5(1), outer(10)(2))


def counter():
    n = 0
    def up():
        nonlocal n
        n += 1
        return n
    return up


c, d = counter(), counter()
print(c(), c(), d(), c())
fs = [lambda i=i: i for i in range(3)]
print([f() for f in fs], [f() for f in [lambda: i for i in range(3)]])
g = 1


def use_global():
    global g
    g += 1
    return g


print(use_global(), g)


def deco(f):
    def wrapper(*a):
        return "<" + f(*a) + ">"
    return wrapper


@deco
def hi(n):
    return "hi " + n


print(hi("bob"))


def compose(f, g):
    return lambda x: f(g(x))


print(compose(str, abs)(-3), list(map(compose(len, str), [1, 22, 333])))
