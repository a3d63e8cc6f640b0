t = list[int]
for i in range(50000):
    t = list[t]
for f in (repr, hash, lambda t: t == list[t], lambda t: t.__parameters__, lambda t: t.__args__[0].append):
    try:
        f(t)
        print("ok")
    except RecursionError as e:
        print("RE")
