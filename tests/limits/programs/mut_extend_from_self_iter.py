a = [1, 2, 3]
it = iter(a)
next(it)
a.extend(it) if 0 else a.extend(list(it))
print(a)
a = [1]
try:
    a.extend(x for x in a if len(a) < 1000)
except MemoryError as e:
    print("ME")
print(len(a))
