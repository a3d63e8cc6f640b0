def g():
    while True:
        try:
            yield
        except GeneratorExit:
            pass
x = g()
next(x)
try:
    x.close()
except RuntimeError as e:
    print(e)
del x
print("end")
