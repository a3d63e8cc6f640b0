a = b = c = d = x = y = [1, 2, 3]
a + b * c ** d - x // y % a @ b
a << b >> c & d | x ^ y
-a, +a, ~a, not a
a and b or c and not d
a < b <= c != d
a in b, a not in b, a is None, a is not b
(a if b else c) if d else x
x[1], x[1:2], x[1:2:3], x[:], x[a, b], x[a:b, c], x[...]
x.y.z.w
[], (), {}, {1}, [a], (a,), {a: b}
[1, 2, 3], (1, 2, 3), {1, 2, 3}, {1: 2, 3: 4}
[*a, *b], (*a, b), {*a, b}, {**a, b: c, **d}
[a, *b, c], {a: b, 1: 2, 'k': c}
(z := a + 1)
lambda: 0
lambda p, /, q=1, *r, s, t=2, **u: (p, q, r, s, t, u)
f"{a}{b!r:>{c}}{d!s}text{x:.2f}"
f"{a}" "plain" f'{{}}{b=}'
b'bytes' b'more', 'str' "more", 1.5, 2j, 10 ** 20, 0xff, 1_000
x[1] += 2
x[a:b] *= c
x.attr -= d
x[a] = x.y = (p, *q) = [r, [s, t]] = b
del x[1], x.y, p, (q, r), x[1:2]
x[a
  ].attr.method(
      b)
(a
 .b
 .c(1)
 .d)
print(not a, not (a in b), not (a is b))
a if not b else c if d and (x or y) else z
while not (a and b) or c:
    d = a < b < c
if a < b < c:
    pass
if not a < b < c or d:
    pass
