a = []
for i in range(90):
    a = [a]
print(len(repr(a)), a == a)
