# Assignment expressions: scope, order, in conditions, comprehensions and calls.
if (n := len("abc")) > 2:
    print(n)
while (n := n - 1) > 0:
    print(n, end=" ")
print(n)
print([y := 1, y + 1, (y := y * 5), y], y, [last := x for x in range(3)], last)
print((a := 1, b := 2), a, b, {(k := "key"): k}, f"{(z := 5)}", z, (lambda: (q := 3) + q)())


def f(x=(d := 7)):
    return x, (x := x + 1), x


print(f(), d, any((hit := v) > 2 for v in [1, 2, 3, 4]), hit, print((w := [1])) or w)
print([(i, j) for i in range(3) if (j := i * i) > 0], j, "i" in globals())


def g():
    [inner := v for v in "ab"]
    return inner, sorted(locals())


print(g())
x = (y := 1) + (y := y + 1) * y
print(x, y)
