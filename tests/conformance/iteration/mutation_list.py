# Changing a list while a loop walks over it.
l = [1, 2, 3, 4]
seen = []
for x in l:
    seen.append(x)
    if x == 2:
        l.remove(1)
print(seen, l)
l = [1, 2, 3]
for x in l:
    if len(l) < 8:
        l.append(x * 10)
print(l)
l = [1, 2, 3, 4, 5]
for x in l:
    l.pop()
print(l)
l = list(range(6))
for i, x in enumerate(l):
    if x % 2 == 0:
        del l[i]
print(l)
l = [1, 2, 3]
it = iter(l)
next(it)
l.clear()
print(list(it))
l.extend([7, 8, 9])
print(list(it))
l = [1, 2, 3]
it = iter(l)
print(list(it), l.append(4), list(it), next(it, "exhausted stays so"))
l = [3, 1, 2]
for x in l:
    l.sort()
    print(x, end=" ")
print(l)
l = [1, 2, 3, 4]
for x in reversed(l):
    print(x, end=" ")
    if l:
        l.pop(0)
print(l)
l = [1, 2]
l.extend(l)
l += l
print(l)
l[:] = (x for x in l if x > 1)
print(l)
l = [0, 1, 2, 3]
l = [l.pop() for _ in l]
print(l)
m = [[1], [2]]
for sub in m:
    sub.append(sub[0] * 2)
    m = []
print(sub, m)
for l[0] in [7, 8]:
    pass
print(l)
