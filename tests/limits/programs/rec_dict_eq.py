d = {}
e = {}
for i in range(100000):
    d = {0: d}
    e = {0: e}
try:
    print(d == e)
except RecursionError as x:
    print("RE", x)
