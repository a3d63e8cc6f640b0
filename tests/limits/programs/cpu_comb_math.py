import math
print(math.comb(10**9, 10**8) > 0)
