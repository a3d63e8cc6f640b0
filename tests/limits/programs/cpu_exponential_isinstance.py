t = (str,)
for i in range(60):
    t = (t, t)
print(isinstance(1, t))
