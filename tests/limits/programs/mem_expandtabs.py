try:
    print(len(("\t" * 1000).expandtabs(10**9)))
except (MemoryError, OverflowError) as e:
    print("refused")
