# global, nonlocal, del and exec: where a name is found.
x = "global"


def f():
    global x, made
    x = "changed"
    made = 1


f()
print(x, made)


def g():
    x = "local"
    def h():
        global x
        return x
    def i():
        return x
    return h(), i()


print(g())
for body in ("def f():\n x = 1\n global x", "def f():\n nonlocal x", "nonlocal y", "def f(x):\n global x",
             "def f(x):\n def g():\n  nonlocal x\n  x = 1\n  nonlocal x", "def f():\n print(x)\n global x",
             "class A:\n nonlocal q"):
    try:
        compile(body, "body", "exec")
        print("fine")
    except SyntaxError as e:
        print(e.msg, e.lineno, e.offset)


def unbound():
    print(y)
    y = 1


try:
    unbound()
except UnboundLocalError as e:
    print(e)


def maybe(flag):
    if flag:
        z = 1
    return z


print(maybe(True))
try:
    maybe(False)
except UnboundLocalError as e:
    print(e)


def loop():
    for k in range(2):
        pass
    return k


print(loop())
ns = {"len": lambda v: "mine"}
exec("r = len([1]); q = max(1, 2)", ns)
print(ns["r"], ns["q"], sorted(k for k in ns if k != "__builtins__"))
print(eval("a + b", {"a": 1}, {"b": 2}), eval("[a for _ in 'x']", {"a": 1}))
