def g():
    try:
        yield 1
        x.close()
    except ValueError as e:
        print(e)
        yield 2
x = g()
print(next(x))
print(next(x))
def h():
    try:
        y.throw(KeyError)
    except ValueError as e:
        print(e)
    yield
y = h()
next(y)
