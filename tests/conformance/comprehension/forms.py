# Lists, sets, dicts: conditions, nesting, order of evaluation, targets.
def log(x):
    print(x, end=" ")
    return x


print([x * y for x in range(3) for y in range(x)], [[y for y in range(x)] for x in range(3)], {x % 3 for x in range(9)}, {x: x * x for x in range(3)}, [x for x in range(20) if x % 2 if x % 3], [a + b for a, b in zip("ab", "cd")])
print([log(i) for i in [1, 2] if log(i > 1)])
print({log("k%d" % i): log("v%d" % i) for i in range(2)})
print([x if x > 1 else -x for x in range(4)], [(x, y) for x in "ab" for y in "cd" if x + y != "bd"], [*[1, 2], *(x for x in "z")], {**{c: 0 for c in "ab"}, "c": 1}, [[i, j] for i, *j in [(1, 2, 3), "ab"]])
print([lambda: x for x in range(3)][0](), [f() for f in [lambda x=x: x for x in range(3)]], [x for x in [y for y in [1, 2]]], [x := 5, x ** 2], [(last := y) for y in range(3)], last)
x = "outer"
print([x for x in range(2)], x, [x for _ in range(2)], [[x for x in range(2)] for x in range(2)])
print({k: v for v, k in enumerate("ab")}, {(a, b): a for a in (1, 2) for b in (3,)}, {frozenset(c) for c in ("ab", "ba")} == {frozenset("ab")}, len({i: None for i in range(1000)}), sum([i for i in range(100) if i & 1]))
total = 0
print([total := total + v for v in [1, 2, 3]], total)


def f():
    y = [z for z in range(3)]
    return y, "z" in locals()


print(f())
for g in (lambda: [x for x in 3], lambda: [1 / 0 for _ in "a"], lambda: {[]: 1 for _ in "a"}, lambda: {[] for _ in "a"}, lambda: [a for a, b in [1]], lambda: [undefined for _ in "a"], lambda: [q for q in [1] if undefined]):
    try:
        g()
    except Exception as e:
        print(type(e).__name__, e)
for src in ("[x := i for i in [1] for x in [2]]", "[i := 0 for i in 'a']", "[j for i in (j := [1])]", "class A: [y := 1 for i in 'a']", "[x async for x in y]", "[*x for x in y]", "{**x for x in y}"):
    try:
        compile(src, "s", "exec")
        print("fine")
    except SyntaxError as e:
        print(e.msg)
