# _warnings: filters, registries, and what is printed.
import _warnings, sys
_warnings.warn("one")
_warnings.warn(UserWarning("two"))
_warnings.warn("three", DeprecationWarning)
_warnings.warn("deep", stacklevel=100)
for a in [("x", 5), ("x", int), (None,), (5,), ([],)]:
    try: _warnings.warn(*a)
    except Exception as e: print(type(e), e)
for k in [dict(skip_file_prefixes=[]), dict(skip_file_prefixes=(1,)), dict(skip_file_prefixes=("",)), dict(stacklevel="a"), dict(bad=1)]:
    try: _warnings.warn("k", **k)
    except Exception as e: print(type(e), e)
try: _warnings.warn()
except Exception as e: print(type(e), e)
_warnings.warn_explicit("ex", UserWarning, "carets.py", 3)
_warnings.warn_explicit("ex", UserWarning, "nofile.py", 3, module="m", registry={})
class L:
    def get_source(self, n): return "a\n   bb\n cc\n"
_warnings.warn_explicit("ex", UserWarning, "nofile.py", 2, module_globals={"__name__":"m","__loader__":L()})
for a in [(), ("m",), ("m", UserWarning, 5, 1), ("m", UserWarning, "f", "1"), ("m", UserWarning, "f", 1, "m", 5), ("m", UserWarning, "f", 1, None),("m", UserWarning, "", 1), ("m", 5, "f", 1), ("m", int, "f", 1)]:
    try: print(_warnings.warn_explicit(*a))
    except Exception as e: print(type(e), e)
try: print(_warnings.warn_explicit("m", UserWarning, "f", 1, module_globals=5))
except Exception as e: print(type(e), e)
print(__warningregistry__)
for act in ("once","module","always","error","default","zzz","ignore"):
    _warnings.filters.insert(0, (act, None, UserWarning, None, 0)); _warnings._filters_mutated()
    reg = {}
    for i in range(2):
        try: _warnings.warn_explicit("m"+act, UserWarning, "f.py", 7+i, "mod", reg)
        except Exception as e: print(type(e), e)
    print(act, reg, _warnings._onceregistry)
    _warnings.filters.pop(0); _warnings._filters_mutated()
for item in (5, (1,2), (1, None, UserWarning, None, 0), ("default", "one", UserWarning, None, 0), ("default", None, 5, None, 0),("default", None, UserWarning, None, "a")):
    _warnings.filters.insert(0, item)
    try: _warnings.warn_explicit("one", UserWarning, "f.py", 7)
    except Exception as e: print(type(e), e)
    _warnings.filters.pop(0)
async def f(): pass
f()
def g():
    f()
g()
