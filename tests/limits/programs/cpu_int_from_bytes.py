b = bytes(10**7)
while True:
    int.from_bytes(b, "little")
