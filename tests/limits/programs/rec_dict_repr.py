d = {}
for i in range(100000):
    d = {0: d}
try:
    print(len(repr(d)))
except RecursionError as e:
    print("RE", e)
