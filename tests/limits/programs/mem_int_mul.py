x = 1 << (10**8)
print((x * x * x * x * x * x * x * x) > 0)
