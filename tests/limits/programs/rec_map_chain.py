it = iter([1])
for i in range(100000):
    it = map(abs, it)
try:
    print(list(it))
except RecursionError as e:
    print("RE")
