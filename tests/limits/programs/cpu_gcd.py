import math
a, b = 1, 1
for i in range(200000):
    a, b = b, a + b
print(math.gcd(a, b))
