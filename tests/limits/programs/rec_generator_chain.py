def g(it):
    for x in it:
        yield x
it = iter([1])
for i in range(50000):
    it = g(it)
try:
    print(list(it))
except RecursionError as e:
    print("RE")
