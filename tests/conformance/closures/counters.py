# Cells are shared by the functions that close over them, one per call.
def counter():
    n = 0

    def up():
        nonlocal n
        n += 1
        return n

    def down():
        nonlocal n
        n -= 1
        return n

    return up, down


u1, d1 = counter()
u2, d2 = counter()
print(u1(), u1(), d1(), u2(), d2(), u1())
print(u1.__closure__[0] is d1.__closure__[0], u1.__closure__[0] is u2.__closure__[0])
print(u1.__code__ is u2.__code__, u1.__code__.co_freevars, counter.__code__.co_cellvars)
u1.__closure__[0].cell_contents = 100
print(u1(), d1())
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
fs = [lambda i=i: i for i in range(3)]
print([f() for f in fs])
fs = []
for i in range(3):
    def f():
        return i
    fs.append(f)
print([f() for f in fs])
i = 10
print([f() for f in fs])


def late():
    def f():
        return x
    try:
        f()
    except NameError as e:
        print(e)
    x = 5
    return f()


print(late())


def deep():
    a = 1
    def one():
        def two():
            def three():
                nonlocal a
                a += 1
                return a
            return three
        return two
    return one()()(), a


print(deep())
