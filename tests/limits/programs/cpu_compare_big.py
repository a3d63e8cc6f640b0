a = "a" * 20000000
b = "a" * 19999999 + "b"
while True:
    a == b
    a < b
