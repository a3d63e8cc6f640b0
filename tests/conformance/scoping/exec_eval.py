# exec and eval: namespaces, code objects, results, nested functions.
g = {"a": 1}
exec("b = a + 1\ndef f(): return b\nc = f()", g)
print(g["b"], g["c"], sorted(k for k in g if k != "__builtins__"))
loc = {}
exec("x = 5\ny = [x for _ in range(2)]\nclass K:\n v = y if 0 else 7", g, loc)
print(sorted(loc), loc["y"], loc["K"].v, "x" in g)
try:
    exec("z = 1\ndef h(): return z\nh()", {}, {})
except NameError as e:
    print(e)


def inside():
    n = 10
    exec("n = 20\nm = 30")
    try:
        m
    except NameError as e:
        print(e)
    return n, eval("n + 1"), sorted(locals())


print(inside())


class Map(dict):
    def __missing__(self, k):
        if k.startswith("q"):
            return "magic " + k
        raise KeyError(k)

    def __setitem__(self, k, v):
        super().__setitem__(k, ("stored", v))


m = Map()
exec("r = qq\ns = len('abc')", {}, m)
print(m)
try:
    exec("nope", {}, m)
except NameError as e:
    print(e)
code = compile("i * 2", "<c>", "eval")
print([eval(code, {"i": i}) for i in range(3)], code.co_names, code.co_filename)
single = compile("1 + 1\n", "<s>", "single")
exec(single)
exec(compile("'text'; None; [1]\n", "<s>", "single"))
for args in (("1", 3), ("1", {}, 3), (3,), ("1", None, []), (b"1 + 2",), ("\n 1",), ("  1",), ("1;2",), ("1\n",), ("",), ("x = 1",), (code, {"i": 4})):
    try:
        print(eval(*args))
    except Exception as e:
        print(type(e).__name__, e)
for args in (("1", 3), ("x", {}, 3), (3,), ("return 1",), ("yield 1",), ("a b",), (code,)):
    try:
        print(exec(*args))
    except Exception as e:
        print(type(e).__name__, e)


def free():
    y = 1
    return lambda: y


try:
    exec(free().__code__)
except TypeError as e:
    print(e)
exec(free().__code__, closure=free().__closure__)
try:
    exec("1", closure=())
except TypeError as e:
    print(e)
print(eval("[a for a in range(b)]", {"b": 3}), eval("lambda: b", {"b": 4})(), eval("__name__", {"__name__": "other"}))
deep = "1" + "+1" * 500
print(eval(deep), eval("(" * 50 + "1" + ")" * 50), eval("not " * 11 + "0"))
