a = b = ()
for i in range(100000):
    a, b = (a, 1), (b, 2)
try:
    print(a < b)
except RecursionError as e:
    print("RE", e)
