# Locals die in order when a function returns; temporaries as soon as they are done with.
class D:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("~%s" % self.n, end=" ")

    def __add__(self, o):
        print("add", end=" ")
        return D(self.n + o.n)

    def m(self):
        print("m", end=" ")
        return self


def f():
    a, b, c = D("a"), D("b"), D("c")
    print("body", end=" ")


def args(x, y, *rest, **kw):
    print("args", end=" ")


def early(a):
    b = D("b")
    if a:
        return D("result")
    c = D("c")


def rebind():
    x = D("1")
    x = D("2")
    print("rebound", end=" ")
    x = None
    print("none", end=" ")


def raising():
    a = D("a")
    raise ValueError


def loop():
    for i in range(3):
        x = D(i)
    print("after loop", end=" ")


def temps():
    D("p") + D("q")
    print("|", end=" ")
    D("r").m().m()
    print("|", end=" ")
    [D("s"), D("t")][0]
    print("|", end=" ")
    (D("u") + D("v")).m() and print("and", end=" ")
    print("|", end=" ")
    D("w") == D("x")


def delete():
    a, b = D("a"), D("b")
    del b
    print("deleted", end=" ")


def swap():
    a, b = D("a"), D("b")
    a, b = b, a
    print("swapped", end=" ")


for g in (f, early, rebind, loop, temps, delete, swap):
    if g is early:
        early(0)
        print("/", end=" ")
        r = early(1)
        print("returned", end=" ")
        del r
    else:
        g()
    print()
args(D("x"), D("y"), D("r1"), D("r2"), k=D("k"))
print()
try:
    raising()
except ValueError as e:
    print("handler", end=" ")
print("after")
print([D(i).n for i in range(3)])
print(len({D("k"): D("v")}))
print(D("one").n, D("two").n)
