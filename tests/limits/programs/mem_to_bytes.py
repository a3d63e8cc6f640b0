try:
    print(len((1).to_bytes(10**10, "big")))
except (MemoryError, OverflowError) as e:
    print("refused")
