a = [3, 2, 1]
def key(x):
    if x == 1:
        raise KeyError(x)
    return x
try:
    a.sort(key=key)
except KeyError as e:
    print(e)
print(a)
