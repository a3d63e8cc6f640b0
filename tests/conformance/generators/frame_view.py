# What a generator shows of its frame.
def g(a, b=2):
    c = a + b
    yield c
    d = yield
    yield d


x = g(1)
print(x.gi_frame.f_locals, x.gi_frame.f_lineno, x.gi_frame.f_lasti >= 0, x.gi_suspended)
next(x)
print(x.gi_frame.f_locals, x.gi_frame.f_lineno, x.gi_suspended, x.gi_running)
next(x)
x.send(9)
print(x.gi_frame.f_locals, x.gi_frame.f_lineno, x.gi_frame.f_back)
print(list(x), x.gi_frame, x.gi_suspended)


def running():
    yield me.gi_running, me.gi_suspended, me.gi_frame.f_back is not None


me = running()
print(next(me), me.gi_running)
x.__name__ = "renamed"
x.__qualname__ = "q"
print(x.__name__, x.__qualname__, g.__name__)
for name, value in (("gi_frame", 1), ("__name__", 3), ("gi_running", 1), ("other", 1)):
    try:
        setattr(x, name, value)
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
for f in (lambda: type(x)(), lambda: len(x), lambda: x[0], lambda: x + x, lambda: x()):
    try:
        f()
    except TypeError as e:
        print(e)
print(g.__code__.co_flags & 0x20, bool(x), hash(x) == hash(x), x == x, x == g(1))
