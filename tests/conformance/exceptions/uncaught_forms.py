# expects: stderr
# Tracebacks printed by sys.excepthook: attribute chains, calls, subscripts, operators, several lines.
import sys


class A:
    x = None


def attr(a):
    return a.x.y.z


def call(f):
    return (f(1) +
            f("two", key=3))


def index(d):
    return d["a"]["b"]


def binary(a, b):
    return 1 + (a * 2 - b) ** 2


def assertion(a):
    assert a == 2, "a is %d" % a


def again(n):
    return n if n > 400 else again(n + 1) + None


for f, args in ((attr, (A,)), (call, (int,)), (index, ({"a": {}},)), (binary, (1, "s")), (assertion, (1,)), (again, (0,)),
                (lambda: undefined, ()), (getattr, (A(), "missing")), (exec, ("1 +",)), (len, (3,))):
    try:
        f(*args)
    except Exception as e:
        sys.excepthook(type(e), e, e.__traceback__)
        print(type(e).__name__)
raise SystemExit(7)
