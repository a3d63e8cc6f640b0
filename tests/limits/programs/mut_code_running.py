def f():
    f.__code__ = g.__code__
    return f()
def g():
    return "g"
print(f())
