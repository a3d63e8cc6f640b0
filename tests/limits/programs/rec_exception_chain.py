e = None
for i in range(30000):
    n = ValueError(i)
    n.__context__ = e
    e = n
del n
try:
    raise e
except ValueError:
    pass
print("ok")
