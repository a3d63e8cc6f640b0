def key(x):
    return sorted([x], key=key)
try:
    sorted([1], key=key)
except RecursionError as e:
    print("RE")
