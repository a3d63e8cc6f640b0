# from M import *: __all__, names with underscores, where it is allowed.
from _shapes import *

print(sorted(n for n in globals() if not n.startswith("__")))
from _noall import *

print(sorted(n for n in globals() if not n.startswith("__")), borrowed)
import _shapes

_shapes.__all__ = ["sides", "missing"]
try:
    from _shapes import *
except AttributeError as e:
    print(e)
print(sides)
_shapes.__all__ = [3]
try:
    from _shapes import *
except TypeError as e:
    print(e)
_shapes.__all__ = 5
try:
    from _shapes import *
except TypeError as e:
    print(e)
del _shapes.__all__
from _shapes import *
print(names is _shapes.names, "_hidden" in globals())
for src in ("def f():\n from _shapes import *", "class A:\n from _shapes import *", "from _shapes import *, x", "import *", "from . import x", "from .mod import y", "import .x"):
    try:
        exec(src)
        print("fine")
    except (SyntaxError, ImportError, KeyError) as e:
        print(type(e).__name__, str(e).split(" (<")[0])
ns = {"sides": "old"}
exec("from _shapes import *", ns)
print(ns["sides"], sorted(k for k in ns if not k.startswith("__")))
