a = [0] * 1000000
b = [0] * 1000000
while True:
    a == b
