# Exception groups in their boxes, and what except* makes of them.
import sys
def show(e, tb=True):
    try:
        if tb: raise e
        sys.excepthook(type(e), e, None)
    except BaseException as e:
        sys.excepthook(type(e), e, e.__traceback__)
    print("-" * 10, file=sys.stderr)
E = ExceptionGroup
def mk(f):
    try: f()
    except BaseException as e: return e
def rec(n):
    if n == 0: 1/0
    rec(n-1)
def caused():
    try: 1/0
    except Exception as e: raise KeyError("x") from e
def ctx():
    try: 1/0
    except Exception as e: raise KeyError("x")
show(E("one", [ValueError(1)]))
show(E("one", [ValueError(1), KeyError(2)]), False)
show(E("many", [ValueError(i) for i in range(15)]))
show(E("many", [ValueError(i) for i in range(16)]))
show(E("many", [ValueError(i) for i in range(20)]))
show(E("nest", [E("in", [ValueError(1), E("in2", [KeyError(2)])]), TypeError(3)]))
show(E("nest", [TypeError(3), E("in", [ValueError(1), E("in2", [KeyError(2)])])]))
show(E("tb", [mk(lambda: 1/0), mk(caused), mk(ctx), mk(lambda: rec(8)), mk(lambda: compile("x = = 1", "f", "exec"))]))
def deep(n):
    return ValueError("leaf") if n == 0 else E("d%d" % n, [deep(n-1), TypeError(n)])
show(deep(13))
def g():
    try: raise E("a", [ValueError(1), mk(ctx)])
    except E as e: raise E("b", [KeyError(1)]) from e
show(mk(g))
def g2():
    try: raise E("a", [ValueError(1), mk(ctx)])
    except E as e: raise ValueError("plain after group")
show(mk(g2))
def g3():
    try: 1/0
    except Exception as e: raise E("group after plain", [mk(g2), mk(g)])
show(mk(g3))
e = E("noted", [ValueError(1)]); e.add_note("n1\nn2"); e.exceptions[0].add_note("inner\nnote"); show(e)
show(E("multi\nline", [ValueError("a\nb")]))
show(BaseExceptionGroup("b", [KeyboardInterrupt(), SystemExit(3)]))
class My(ExceptionGroup):
    def derive(self, excs): return My(self.message, excs)
show(My("mine", [ValueError(1)]))
x = ValueError("shared")
show(E("sh", [x, x, E("q", [x])]))
y = E("cyc", [ValueError("in")]); y.exceptions[0].__context__ = y
show(y)
def f():
    try:
        raise E("eg", [ValueError(1), TypeError(2), E("n", [ValueError(3), KeyError(4)])])
    except* ValueError as e:
        print(repr(e), e.__traceback__ is not None)
    except* TypeError as e:
        raise RuntimeError("new") from e
show(mk(f))
def f():
    try: raise ValueError("naked")
    except* ValueError as e:
        print(repr(e), e.__traceback__, e.__context__)
        raise
show(mk(f))
def f():
    try: raise ValueError("naked")
    except* ValueError as e:
        raise KeyError("other")
show(mk(f))
def f():
    try: raise ValueError("naked")
    except* TypeError as e: pass
show(mk(f))
def f():
    try: raise E("x", [ValueError(1)])
    except* ExceptionGroup as e: pass
show(mk(f))
def f():
    try: raise E("x", [ValueError(1)])
    except* (ValueError, 5) as e: pass
show(mk(f))
def f():
    try: raise E("x", [ValueError(1)])
    except* 5 as e: pass
show(mk(f))
def f():
    try: raise E("x", [ValueError(1), KeyError(2)])
    except* ValueError as e: raise
    except* KeyError as e: raise e
show(mk(f))
def f():
    try: raise E("x", [ValueError(1), KeyError(2), OSError(3)])
    except* (ValueError, OSError) as e: print(e.exceptions)
    except* KeyError as e: print(e.exceptions); raise TypeError from None
    else: print("else")
    finally: print("fin")
show(mk(f))
def f():
    try: pass
    except* ValueError: print("no")
    else: print("else")
f()
