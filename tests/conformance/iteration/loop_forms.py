# for and while with else, break, continue; targets of many shapes.
for i in range(3):
    for j in range(3):
        if j == 2:
            break
        if i == 1:
            continue
        print(i, j, end="; ")
    else:
        print("inner else never")
else:
    print("outer else")
n = 5
while n:
    n -= 1
    if n == 2:
        continue
    if n == 1:
        break
    print(n, end=" ")
else:
    print("never")
print(n)
while n < 3:
    n += 1
else:
    print("while else", n)
for (a, b), *c in [((1, 2), 3, 4), ((5, 6),)]:
    print(a, b, c, end="; ")
d = {}
for d["k"] in range(3):
    pass
for d.y in ():
    pass
print(d)


class O:
    pass


o = O()
for o.attr in "ab":
    print(o.attr, end=" ")
for i, (j, [k, l]) in enumerate([(1, (2, 3)), (4, "xy")]):
    print(i, j, k, l, end="; ")
print()
for i in range(3):
    i = 10
    print(i, end=" ")
print(i)
for _ in [1, 2]:
    try:
        continue
    finally:
        print("finally", end=" ")
for _ in [1]:
    while True:
        break
    else:
        print("no")
else:
    print("yes")
for x in []:
    pass
else:
    print("empty else")


def first(pred, items):
    for x in items:
        if pred(x):
            return x
    else:
        return "none"


print(first(lambda v: v > 2, [1, 2, 3]), first(bool, []))
for bad in ([1], [(1, 2, 3)], [None], ["abc"]):
    try:
        for p, q in bad:
            print(p, q)
    except (TypeError, ValueError) as e:
        print(e)
k = 0
for k in iter(lambda: k + 1, 4):
    print(k, end=" ")
print()
