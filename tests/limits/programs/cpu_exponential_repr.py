a = []
for i in range(60):
    a = [a, a]
print(len(repr(a)))
