# Deep nesting and long chains of operators, attributes, calls and containers.
class A:
    def __init__(self):
        self.n = 0

    def next(self):
        self.n += 1
        return self

    me = property(lambda self: self)


a = A()
print(a.next().next().next().next().n, a.me.me.me.me.me.n, a.next().me.next().me.n)
print(1 + 2 - 3 * 4 / 2 ** 2 % 5 // 1 - -+-7 ** 2 + (8 - (7 - (6 - (5 - (4 - (3 - (2 - 1))))))), not not not 0, ~-~-5, 1 if 0 else 2 if 0 else 3 if 0 else 4)
print([[[[[[[[[[1]]]]]]]]]][0][0][0][0][0][0][0][0][0][0], (((((((("x",),),),),),),),), {1: {2: {3: {4: {5: "deep"}}}}}[1][2][3][4][5])
print(eval("+".join(["1"] * 1000)), eval("(" * 90 + "1" + ")" * 90), eval("[" * 90 + "]" * 90 + "==[]"), len(eval("[" + "1," * 5000 + "]")), eval("-" * 60 + "1"), eval(" and ".join(["1"] * 300)), eval("x" + ".me" * 50, {"x": a}) is a, eval("f" + "()" * 60, {"f": (lambda g: g(g))(lambda g: lambda: g(g))}) is not None)
for src in ("(" * 201 + ")" * 201, "[" * 300 + "]" * 300, "{" * 250):
    try:
        eval(src)
    except (SyntaxError, MemoryError, RecursionError) as e:
        print(type(e).__name__, e.msg if isinstance(e, SyntaxError) else e)
s = "x = 0\n" + "".join("if x == %d:\n    x += 1\n" % i for i in range(200))
ns = {}
exec(s, ns)
print(ns["x"])
s = "".join("    " * i + "if True:\n" for i in range(20)) + "    " * 20 + "y = 'twenty deep'\n"
exec(s, ns)
print(ns["y"])
try:
    exec("".join("    " * i + "for i%d in [1]:\n" % i for i in range(25)) + "    " * 25 + "pass\n")
except SyntaxError as e:
    print(e.msg)
try:
    exec("".join(" " * i + "if 1:\n" for i in range(101)) + " " * 101 + "pass\n")
except SyntaxError as e:
    print(type(e).__name__, e.msg)
exec("def f(%s): return a0 + a299\nprint(f(%s))" % (", ".join("a%d" % i for i in range(300)), ", ".join(map(str, range(300)))))
exec("a = %s\nprint(len(a), a[399])" % {i: str(i) for i in range(400)})
print(eval("1 < 2 < 3 < 4 < 5 < 6 < 7 < 8 < 9"), eval("f'" + "{1}" * 100 + "'") == "1" * 100, eval("'a' " * 200) == "a" * 200, "".join(chr(97 + i % 26) for i in range(52)))
