# What an import holds: sys.modules, the importer's name, the module's functions.
import sys
from _weakref import ref
import _shapes

w = ref(_shapes)
d = _shapes.__dict__
f = _shapes.describe
base = sys.getrefcount(_shapes)
import _shapes as two
print(sys.getrefcount(_shapes) - base)
del two
print(sys.getrefcount(_shapes) - base)
from _shapes import names
print(sys.getrefcount(names), sys.getrefcount(_shapes) - base)
del sys.modules["_shapes"]
print(sys.getrefcount(_shapes) - base)
del _shapes
print(w(), f(), d["sides"])
del d
print(f())
import _shapes
print(ref(_shapes) is not w, f.__globals__ is _shapes.__dict__, sys.getrefcount(_shapes.names))
