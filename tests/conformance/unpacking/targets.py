# Unpacking into targets of every shape, stars anywhere, nested.
a, b = 1, 2
(c, d), e = (3, 4), 5
[f, [g, *h]] = "x", "yzw"
*i, j = range(4)
k, *l, m = "ab"
*n, = ()
(o,) = [9]
print(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o)
x = [0, 0]
x[0], x[1] = x
x[1], *x[1:] = 7, 8, 9
print(x)


class A:
    pass


y = A()
y.p, (y.q, *y.r) = 1, (2, 3, 4)
print(vars(y))
p = q = r = [1]
print(p is q is r)
s, t = u = 1, 2
print(s, t, u)
v = w, z = "ab"
print(v, w, z)
i = 0
lst = [10, 20, 30]
i, lst[i] = 1, "set"
print(i, lst)
lst[i], i = "first", 2
print(i, lst)
for src in ((1,), (1, 2, 3), "", "abc", 5, None, {1: 2}, {3, 4}, iter([1]), (x for x in "pqr"), {"a": 1, "b": 2}):
    try:
        a, b = src
        print(a, b)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
for src in ((), (1,), (1, 2), (1, 2, 3)):
    try:
        a, *b, c = src
        print(a, b, c)
    except ValueError as e:
        print(e)
try:
    () = [1]
except ValueError as e:
    print(e)
() = []
[] = ()
for bad in ("*a = 1", "*a, *b = 1", "a, b += 1", "(a, b): int = 1", "f() = 1", "1 = a", "a + 1 = 2", "[a, 1] = 2", "None = 1", "x = *a", "del *a", "*a", "a := 1", "(a := 1) = 2", "for 1 in a: pass", "with a as 1: pass", "def f(1): pass", "lambda 1: 2", "a.b: int", "x[0]: int = 1", "__debug__ = 1", "f(a)=1", "{a} = 1", "'s' = 1", "... = 1", "a if b else c = 1", "yield = 1", "async = 1", "a, b = c = 1, 2", "del f()", "del 1", "del (a, b), [c]", "import a.b as 1", "x = y = 1 = z", "f'{a}' = 1", "-a = 1", "not a = 1", "a < b = 1", "a.b() += 1", "(a) += 1"):
    try:
        compile(bad, "b", "exec")
        print(bad, "fine")
    except SyntaxError as e:
        print(bad, "->", e.msg)
