def g(inner):
    try:
        yield
    finally:
        inner = None
it = None
for i in range(100000):
    it = g(it)
    next(it)
del it
print("ok")
