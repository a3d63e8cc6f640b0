a = b = None
for i in range(50000):
    a, b = slice(a), slice(b)
for f in (lambda: a == b, lambda: repr(a), lambda: hash(a), lambda: a < b):
    try:
        f()
        print("ok")
    except RecursionError as e:
        print("RE")
    except TypeError as e:
        print(e)
