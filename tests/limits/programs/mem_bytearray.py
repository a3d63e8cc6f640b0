print(len(bytearray(10**10)))
