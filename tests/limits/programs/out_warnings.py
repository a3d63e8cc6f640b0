import warnings
n = 0
while True:
    n += 1
    warnings.warn(str(n))
