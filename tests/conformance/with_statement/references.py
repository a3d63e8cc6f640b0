# What with holds while its body runs.
import sys
from _weakref import ref


class M:
    def __enter__(self):
        return self

    def __exit__(self, *a):
        return None


m = M()
base = sys.getrefcount(m)
more = lambda: sys.getrefcount(m) - base
with m:
    print(more())
print(more())
with m as n:
    print(more(), n is m)
print(more())
del n
print(more())
with M() as temp:
    w = ref(temp)
    del temp
    print(w() is not None)
print(w())


class Other:
    def __init__(self):
        self.value = []

    def __enter__(self):
        return self.value

    def __exit__(self, *a):
        print("exit", sys.getrefcount(self.value))


with Other() as v:
    print(sys.getrefcount(v))
print(sys.getrefcount(v))


def f():
    with m:
        return more()


print(f(), more())


def g():
    with m:
        yield more()
        yield more()


it = g()
print(next(it), more())
del it
print(more())
try:
    with m as k:
        raise ValueError(k)
except ValueError as e:
    print(more(), e.args[0] is m)
del k
print(more())


class Keep:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        self.saved = value
        return True


with Keep() as keep:
    raise KeyError(m)
print(more(), keep.saved.args[0] is m)
del keep
print(more())
