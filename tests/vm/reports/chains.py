# Causes, contexts, cycles, repeated frames, notes, texts that cannot be had, names of classes.
import sys
def show(f):
    try:
        f()
    except BaseException as e:
        sys.excepthook(type(e), e, e.__traceback__)
        print("-" * 10, file=sys.stderr)
def c1():
    try: 1/0
    except Exception as e: raise KeyError("x") from e
def c2():
    try: 1/0
    except Exception: {}["y"]
def c3():
    try: c1()
    except Exception: raise RuntimeError from None
def c4():
    try: c2()
    except Exception as e: raise RuntimeError("a\nb\n") from ValueError("unraised")
def c5():
    e = ValueError(1); e.__cause__ = e; raise e
def c6():
    a, b, c = ValueError("a"), ValueError("b"), ValueError("c")
    a.__context__ = b; b.__context__ = c; c.__context__ = a
    raise a
def c7():
    def rec(n):
        if n == 0: 1/0
        rec(n-1)
    rec(10)
def c8():
    def rec(n): rec(n+1)
    rec(0)
def c9():
    def a(n):
        if n: b(n-1)
        else: raise ValueError
    def b(n): a(n)
    a(6)
def c10():
    def rec(n):
        if n == 0: 1/0
        rec(n-1)
    rec(3)
def c11():
    def rec(n):
        if n == 0: 1/0
        rec(n-1)
    rec(4)
class Multi(Exception):
    def __str__(self): return "l1\nl2"
class Bad(Exception):
    def __str__(self): 1/0
class NotStr(Exception):
    def __str__(self): return 5
class Sub(str): pass
class SS(Exception):
    def __str__(self): return Sub("substr")
class Outer:
    class In(Exception): pass
class M(Exception): pass
M.__module__ = "some.mod"
class M2(Exception): pass
M2.__module__ = 5
class M3(Exception): pass
M3.__module__ = None
class M4(Exception): pass
M4.__qualname__ = "q.u.a"
M4.__name__ = "other"
def r(e):
    def g(): raise e
    return g
class L(Exception):
    def __init__(self): pass
def noted(*n):
    e = ValueError("noted")
    e.__notes__ = n[0] if len(n) == 1 else list(n)
    return e
class BadRepr:
    def __repr__(self): 1/0
    __str__ = __repr__
for g in (c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, r(Multi()), r(Bad()), r(NotStr()), r(SS()), r(Outer.In("q")), r(M("m")), r(M2("m")), r(M3("m")), r(M4("m")),
    r(KeyError("k")), r(KeyError()), r(KeyError("a", "b")), r(OSError(2, "x", "f")), r(OSError("q")), r(StopIteration(3)), r(SystemExit(4)), r(KeyboardInterrupt()), r(GeneratorExit("g")), r(ValueError("")), r(ValueError(" ")), r(ValueError(None)), r(L()),
    r(noted("a")), r(noted("a", "b\nc\n", "", "\n", "d\re\x0bf\u2028g")), r(noted([1, None, BadRepr()])), r(noted(5)), r(noted("str")), r(noted(b"by")), r(noted(BadRepr())), r(noted(None)), r(noted({})), r(noted(())), r(noted((1, 2))),
    r(UnicodeDecodeError("utf-8", b"\xff", 0, 1, "bad")), r(UnicodeEncodeError("ascii", "é", 0, 1, "bad")), r(ImportError("i", name="n", path="p")), r(ValueError("\ud800 lone")), r(ValueError("\U0001f600"))):
    show(g)
for a in ((1, 2, 3), (None, None, None), (ValueError, None, None), (ValueError, "x", None), (ValueError, ValueError("y"), None), (ValueError, ValueError("y"), 5), (1, KeyError("q"), None)):
    sys.excepthook(*a)
try: sys.excepthook(1)
except TypeError as e: print(e)
