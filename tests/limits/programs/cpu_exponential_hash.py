t = ()
for i in range(60):
    t = (t, t)
print(hash(t))
