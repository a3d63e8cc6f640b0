# Module __getattr__ and __dir__, and a module that puts something else in its place.
import _lazy
import _replaced

print(_lazy.computed, dir(_lazy), hasattr(_lazy, "nope"))
from _lazy import computed
print(computed)
try:
    from _lazy import nope
except ImportError as e:
    print(str(e).split(" (")[0])
try:
    _lazy.nope
except AttributeError as e:
    print(e)
print(_replaced.value, type(_replaced).__name__)
from _replaced import value
print(value)
Module = type(_lazy)
m = Module("fresh", "its doc")
print(m.__name__, m.__doc__, sorted(m.__dict__), m.__spec__, repr(m))
m.x = 1
exec("y = x + 1", m.__dict__)
print(m.y)
try:
    Module()
except TypeError as e:
    print(e)


class Sub(Module):
    def __getattr__(self, n):
        return "sub " + n

    @property
    def p(self):
        return "property"


s = Sub("s")
print(s.anything, s.p)
_lazy.__class__ = Sub
print(_lazy.p, _lazy.computed)
try:
    m.__class__ = int
except TypeError as e:
    print(e)
del m.__name__
try:
    m.zzz
except AttributeError as e:
    print(e)
