# The plainest of programs on if while.
n = 7
if n > 10:
    print("big")
elif n > 5:
    print("middle")
else:
    print("small")
while n:
    n -= 1
    if n == 5:
        continue
    if n == 2:
        break
    print(n, end=" ")
else:
    print("never")
print("end", n)
i = 0
while i < 3:
    i += 1
else:
    print("else runs", i)
print("yes" if i == 3 else "no", i and "and", 0 or "or", not i)
if not 0 and (1 or 2) and []:
    print("no")
if 1 < i < 5:
    print("chained")
