# The plainest of programs on for range.
for i in range(3):
    print(i, end=" ")
for c in "abc":
    print(c, end=" ")
for x in [1, 2, 3]:
    if x == 2:
        continue
    print(x, end=" ")
else:
    print("else")
for i in range(10, 0, -3):
    print(i, end=" ")
print()
for i in range(2):
    for j in range(2):
        print(i, j, end="; ")
print()
for a, b in [(1, 2), (3, 4)]:
    print(a + b, end=" ")
for i, x in enumerate("xy"):
    print(i, x, end=" ")
for a, b in zip([1, 2], "ab"):
    print(a, b, end=" ")
print()
for k in {"a": 1, "b": 2}:
    print(k, end=" ")
for k, v in {"a": 1}.items():
    print(k, v)
for x in []:
    print("never")
else:
    print("empty")
print(list(range(5)), sum(range(10)), len(range(0, 10, 3)), 5 in range(10))
