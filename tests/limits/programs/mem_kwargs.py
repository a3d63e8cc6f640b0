d = {str(i): i for i in range(200000)}
def f(**k):
    return f(**k)
try:
    f(**d)
except (MemoryError, RecursionError) as e:
    print("refused")
