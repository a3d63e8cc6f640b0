def g():
    x = [0] * 100
    yield
a = []
while True:
    a.append(g())
    next(a[-1])
