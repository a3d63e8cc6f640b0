# A caught exception holds its frames, and those hold their locals, until it is dropped.
import sys


def fail(x):
    raise ValueError("bad")


a = object()
print(sys.getrefcount(a))
try:
    fail(a)
except ValueError as e:
    print(sys.getrefcount(a))
    print(sys.getrefcount(e))
print(sys.getrefcount(a))
try:
    print(e)
except NameError as n:
    print(n)
try:
    fail(a)
except ValueError as e:
    kept = e
print(sys.getrefcount(a), sys.getrefcount(kept))
tb = kept.__traceback__
print(tb.tb_next.tb_frame.f_locals["x"] is a, sys.getrefcount(a))
del tb
kept.__traceback__ = None
print(sys.getrefcount(a))
kept.extra = a
print(sys.getrefcount(a), sys.getrefcount(kept))
kept = ValueError(a, a)
print(sys.getrefcount(a), len(kept.args))
kept.args = ()
print(sys.getrefcount(a))
try:
    raise KeyError(a)
except KeyError:
    print(sys.getrefcount(a))
print(sys.getrefcount(a))
