def g(n):
    if n:
        yield from g(n - 1)
    yield n
try:
    print(sum(1 for x in g(5000)))
except RecursionError as e:
    print("RE", e)
