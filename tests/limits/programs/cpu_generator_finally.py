def g():
    try:
        yield
    finally:
        while True:
            pass
x = g()
next(x)
del x
