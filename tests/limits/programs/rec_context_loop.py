def f(n):
    try:
        1 / 0
    except ZeroDivisionError:
        f(n + 1)
try:
    f(0)
except RecursionError as e:
    n = 0
    while e is not None:
        n += 1
        e = e.__context__
    print(n > 100)
