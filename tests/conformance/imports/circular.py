# Modules that import each other see each other half made.
import _loop_a
import _loop_b

print(_loop_a.value, _loop_b.value, _loop_a._loop_b is _loop_b, _loop_b._loop_a is _loop_a)
import sys

for name in ("_loop_a", "_loop_b"):
    del sys.modules[name]
try:
    import _loop_b as again
except AttributeError as e:
    print(e)
print(sorted(n for n in sys.modules if n.startswith("_loop")))
