a = [1]
n = 0
for x in a:
    a.append(x)
    n += 1
    if n > 1000:
        break
print(len(a))
