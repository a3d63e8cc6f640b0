import marshal
a = []
for i in range(10000):
    a = [a]
try:
    marshal.dumps(a)
except ValueError as e:
    print(e)
try:
    marshal.loads(b"[\x01\x00\x00\x00" * 10000 + b"N")
except ValueError as e:
    print(e)
