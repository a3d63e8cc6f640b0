t = ()
for i in range(100000):
    t = (t,)
try:
    print(hash(t))
except RecursionError as e:
    print("RE", e)
