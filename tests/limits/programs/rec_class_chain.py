class C:
    pass
try:
    for i in range(3000):
        C = type("C", (C,), {})
    print(len(C.__mro__))
except (RecursionError, MemoryError) as e:
    print(type(e).__name__)
