e = ValueError(1)
for i in range(20000):
    e = ExceptionGroup("g", [e])
for f in (repr, str, lambda e: e.split(ValueError), lambda e: e.subgroup(KeyError), lambda e: e.derive([e])):
    try:
        f(e)
        print("ok")
    except RecursionError:
        print("RE")
