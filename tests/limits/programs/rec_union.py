t = int
for i in range(300):
    t = t | list[t]
print(len(t.__args__))
