# Which modules are there at the start, and what sys says about the import system.
import sys

print([n for n in ("sys", "builtins", "__main__") if n in sys.modules], sys.modules["__main__"].__name__)
import __main__
print(__main__.sys is sys, __main__ is sys.modules["__main__"], __main__.__dict__ is globals())
x = 5
print(__main__.x)
__main__.y = 6
print(y)
print(type(sys.path).__name__, sys.path[0].split("/")[-1], type(sys.path_hooks).__name__, isinstance(sys.builtin_module_names, tuple), "sys" in sys.builtin_module_names, "gc" in sys.builtin_module_names)
import builtins
print(builtins is __builtins__, builtins.len is len, builtins.__name__, builtins.__dict__["print"] is print)
builtins.planted = "seen everywhere"
print(planted)
import _noall
print(_noall.sys is sys, _noall.borrowed)
del builtins.planted
import gc, time, math, itertools, array
print([m.__name__ for m in (gc, time, math, itertools, array)])
saved = builtins.__import__


def hook(name, globals=None, locals=None, fromlist=(), level=0):
    print("hook", name, fromlist, level)
    return saved(name, globals, locals, fromlist, level)


builtins.__import__ = hook
import math
from math import pi
import math as m
builtins.__import__ = saved
import time
print(m is math, pi == math.pi)
