x = (1 << 100000000) - 1
while True:
    x.bit_count()
