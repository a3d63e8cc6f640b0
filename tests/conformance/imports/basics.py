# import in its forms, the module object, sys.modules, importing twice.
import sys

print("_shapes" in sys.modules)
import _shapes
import _shapes as s
from _shapes import Square, describe as d, sides

print(_shapes is s is sys.modules["_shapes"], Square is s.Square, d(), sides, Square().area())
print(type(s).__name__, s.__name__, s.__doc__, s.__file__.split("/")[-1], s.__package__ == "", s.__spec__.name, s.__loader__ is not None)
s.sides = 7
print(sides, s.sides, d(), Square().area())
from _shapes import sides
print(sides)
for f in (lambda: s.nope, lambda: exec("from _shapes import nope"), lambda: exec("import nope"), lambda: exec("import _shapes.sub"), lambda: exec("from nope import x"), lambda: exec("from _shapes import describe.x")):
    try:
        f()
    except (AttributeError, ImportError, SyntaxError) as e:
        print(type(e).__name__, str(e).split(" (/")[0], getattr(e, "name", None))
del sys.modules["_shapes"]
import _shapes
print(_shapes is s, _shapes.sides, s.sides)
sys.modules["_shapes"] = None
try:
    import _shapes
except ImportError as e:
    print(type(e).__name__, e)
sys.modules["made"] = "not even a module"
import made
print(made, made.upper())
del sys.modules["made"], sys.modules["_shapes"]


def local():
    import _shapes
    return sorted(locals())


print(local(), __import__("_shapes") is sys.modules["_shapes"])
print(vars(s)["sides"], "names" in dir(s), s.__dict__ is vars(s))
s.new = 1
del s.new
try:
    del s.new
except AttributeError as e:
    print(e)
