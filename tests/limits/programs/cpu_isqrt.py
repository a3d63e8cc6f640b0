import math
print(math.isqrt(1 << 100000000) > 0)
