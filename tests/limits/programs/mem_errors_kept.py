a = []
keep = []
while True:
    try:
        a.append([0] * 1000)
    except MemoryError as e:
        try:
            keep.append(e)
        except MemoryError:
            break
        if len(keep) > 100:
            break
n = len(keep)
del a
print(n > 0)
