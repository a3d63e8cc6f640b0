for i in range(20):
    try:
        a = []
        while True:
            a.append("x" * 1000000)
    except MemoryError:
        del a
print("done")
