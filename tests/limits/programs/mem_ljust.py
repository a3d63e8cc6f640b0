for f in ("".ljust, "".rjust, "".center, "".zfill, b"".ljust, b"".zfill, bytearray().center):
    try:
        print(len(f(10**10)))
    except MemoryError:
        print("ME")
