import _small, sys
from _small import thing as t, Thing
import _small as s
t(1000); Thing(2000).v; s.LIST
del sys.modules["_small"]
import _small
try: import nosuchmodule
except ImportError as e: str(e)
try: from _small import nothing
except ImportError as e: str(e)
exec("y = 1000\ndef f(): return y\nf()", {})
eval("[x for x in (1000, 2000)]", {"a": 1}, {})
compile("a = 1 + x", "n", "exec").co_names
