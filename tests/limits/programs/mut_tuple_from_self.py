t = []
def g():
    yield 1
    yield t
t.append(tuple(g()))
print(len(t[0]))
