import math
print(math.perm(10**30, 10**7) > 0)
