# while: conditions with side effects, nested breaks, else, flags.
n, steps = 27, 0
while n != 1:
    n = 3 * n + 1 if n % 2 else n // 2
    steps += 1
print(steps)
stack = [1]
seen = []
while stack:
    x = stack.pop()
    seen.append(x)
    if x < 20:
        stack += [x * 2, x * 3]
print(seen)
i = 0
while True:
    i += 1
    if i == 3:
        continue
    j = 0
    while j < i:
        j += 1
        if j == 2:
            break
    else:
        print("inner completed", i, end="; ")
    if i > 4:
        break
else:
    print("never")
print(i, j)
lo, hi, target = 0, 1000, 777
count = 0
while lo < hi:
    mid = (lo + hi) // 2
    count += 1
    if mid < target:
        lo = mid + 1
    else:
        hi = mid
print(lo, count)
a, b = 48, 36
while b:
    a, b = b, a % b
print(a)
while False:
    print("never")
else:
    print("else of false")
it = iter("abc")
while (c := next(it, None)) is not None:
    print(c, end="")
print()


def find(grid, v):
    y = 0
    while y < len(grid):
        x = 0
        while x < len(grid[y]):
            if grid[y][x] == v:
                return y, x
            x += 1
        y += 1


print(find([[1, 2], [3, 4]], 3), find([[1]], 9))
try:
    while True:
        try:
            raise StopIteration
        finally:
            print("finally", end=" ")
except StopIteration:
    print("out")
