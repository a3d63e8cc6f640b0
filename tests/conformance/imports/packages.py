# Packages: __init__, submodules, relative imports, attributes set on the parent.
import sys
import _pkg

print(_pkg.__name__, _pkg.__package__, [p.split("/")[-1] for p in _pkg.__path__], hasattr(_pkg, "sub"))
import _pkg.sub
print(_pkg.sub.value, _pkg.sub.__package__, "_pkg.sub" in sys.modules)
import _pkg.sub as alias
print(alias is _pkg.sub)
from _pkg import other
print(other.through, other.__name__)
from _pkg.inner import deep
print(deep.up, deep.__package__)
from _pkg.inner.deep import path
print(path)
for src in ("import _pkg.none", "from _pkg import none", "from _pkg.sub import none", "import _pkg.sub.none"):
    try:
        exec(src)
    except ImportError as e:
        print(type(e).__name__, str(e).split(" (/")[0])
del sys.modules["_pkg.sub"]
import _pkg.sub
print(_pkg.sub is alias)


def f():
    import _pkg.inner.deep
    return sorted(locals())


print(f(), sorted(n for n in sys.modules if n.startswith("_pkg")))
