f = len
for i in range(50000):
    f = staticmethod(f)
for g in (repr, lambda f: f([]), lambda f: f.__isabstractmethod__):
    try:
        g(f)
        print("ok")
    except RecursionError as e:
        print("RE")
