# Stars over sets, dicts, strings, generators and objects of one's own, in every place.
class It:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return (i * i for i in range(self.n))


def f(*a, **k):
    return a, k


print([*It(3)], (*It(2), *"ab"), {*It(3), 1}, [*{5: 1}, *{7}], f(*It(3)), f(*"xy", *It(2), z=1), {**{"a": 1}, **dict(b=2)}, [*[], *()], (*(),))
a, *b = It(4)
*c, d = "xyz"
e, *_, g = range(5)
(h, *i), j = [It(3), 9]
print(a, b, c, d, e, g, h, i, j, _)
for k, *l in ["abc", (1, 2, 3), It(2)]:
    print(k, l, end="; ")
print()
for m in *It(2), "end":
    print(m, end=" ")
print()


def gen():
    yield from (*It(3), "last")
    return *It(2), "ret"


def ret():
    return *It(2), 5


print(list(gen()), ret(), [x for x in (*It(2), *It(2))], dict(enumerate([*It(2)])), max(*It(4)), print(*It(3), sep="-"))
n = *It(2), *It(1)
o = [0, 0, 0]
o[0], *o[1:] = "pqr"
p, (q, *r), *s = 1, (2, 3, 4), 5, 6
print(n, o, p, q, r, s, [*map(str, It(2))], "".join([*"ab", *["c"]]), sum([*It(4)]), sorted([*{3, 1}, *(2,)]))
t = {**{1: "a", 2: "b"}, 2: "c", **{3: "d"}}
u = {"k": 0, **{"k": 1}, "k": 2}
print(t, u, f(**{"x": 1}, **{"y": 2}), len([*range(1000), *range(1000)]), It(2).__class__(3).n)
v = [1, 2]
v[:] = *v, *v
x, y = y2, z = [*"12"]
print(v, x, y, y2, z, [*[*[*[1]]]], (lambda *args: args)(*v, *v)[1:3])
