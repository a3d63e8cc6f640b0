# What wrong calls of each builtin function and of each method of each builtin type raise.
# modes: plain
import builtins
import sys

Namespace = type(sys.implementation)
Proxy = type(int.__dict__)


def attempt(what, f, *args, **kwargs):
    try:
        result = f(*args, **kwargs)
    except Exception as e:
        message = str(e)
        print(what, type(e).__name__, message if " at 0x" not in message else message.split(" at 0x")[0], sep="\t")
    else:
        print(what, "ok", type(result).__name__, sep="\t")


class Odd:
    def __repr__(self):
        return "Odd()"


ODD = Odd()
SKIP_FUNCTIONS = set("input breakpoint open __import__ exec eval dir vars locals globals print id exit quit help license credits copyright".split())
for name in sorted(set(dir(builtins)) - SKIP_FUNCTIONS):
    f = getattr(builtins, name)
    if isinstance(f, type) or not callable(f) or name.startswith("__"):
        continue
    attempt(name + "()", f)
    attempt(name + "(o)", f, ODD)
    attempt(name + "(o,o)", f, ODD, ODD)
    attempt(name + "(o*6)", f, *[ODD] * 6)
    attempt(name + "(odd=o)", f, odd=ODD)
    attempt(name + "(1,odd=o)", f, 1, odd=ODD)

SUBJECTS = [1, True, 1.5, 1j, "text", b"bytes", bytearray(b"array"), [3, 1], (1, 2), {"a": 1}, {1}, frozenset({1}),
            range(3), slice(1), memoryview(b"view"), None, NotImplemented, ..., iter([]), iter(()), iter(""), iter({}),
            iter(set()), iter(range(1)), reversed([]), enumerate([]), zip(), map(int, []), filter(None, []), {}.keys(),
            {}.values(), {}.items(), property(), staticmethod(1), classmethod(1), ValueError(), OSError(), SyntaxError(),
            StopIteration(), KeyError(), UnicodeDecodeError("a", b"", 0, 1, "r"), ExceptionGroup("g", [ValueError()]),
            attempt, Namespace(), Proxy({}), list[int], int | str]
SKIP_METHODS = set("__init_subclass__ __subclasshook__ __dir__ __class__ __reduce_ex__ __reduce__ __sizeof__ __hash__ "
                   "__bool__ __exit__ release __set_name__ __repr__ __new__ __getstate__ __del__ __init__ __doc__ __buffer__ __release_buffer__".split())
for subject in SUBJECTS:
    kind = type(subject)
    for name in sorted(kind.__dict__):
        if name in SKIP_METHODS or not callable(getattr(kind, name, None)) or isinstance(kind.__dict__[name], type):
            continue
        method = getattr(subject, name, None)
        if not callable(method):
            continue
        where = f"{kind.__name__}.{name}"
        attempt(where + "()", method)
        attempt(where + "(o)", method, ODD)
        attempt(where + "(o,o)", method, ODD, ODD)
        attempt(where + "(o*5)", method, *[ODD] * 5)
        attempt(where + "(odd=o)", method, odd=ODD)
        attempt(where + "(None)", method, None)
        attempt(where + "(-1)", method, -1)
for kind in [int, bool, float, complex, str, bytes, bytearray, list, tuple, dict, set, frozenset, range, slice, memoryview,
             enumerate, reversed, zip, map, filter, property, staticmethod, classmethod, super, object, type,
             Namespace, Proxy, type(attempt), type(Odd().__repr__), type(attempt.__code__),
             type(x for x in ()), type(sys), type((lambda x: lambda: x)(1).__closure__[0]), BaseException, OSError, SyntaxError, ImportError,
             AttributeError, NameError, StopIteration, UnicodeDecodeError, UnicodeEncodeError, UnicodeTranslateError,
             ExceptionGroup, BaseExceptionGroup, KeyError, type(None), type(NotImplemented), type(...), type(iter([]))]:
    where = kind.__name__
    attempt(where + "()", kind)
    attempt(where + "(o)", kind, ODD)
    attempt(where + "(o,o)", kind, ODD, ODD)
    attempt(where + "(o,o,o)", kind, ODD, ODD, ODD)
    attempt(where + "(o*9)", kind, *[ODD] * 9)
    attempt(where + "(odd=o)", kind, odd=ODD)
    attempt(where + "(1,odd=o)", kind, 1, odd=ODD)
    attempt(where + ".__new__()", kind.__new__)
    attempt(where + ".__new__(1)", kind.__new__, 1)
    attempt(where + ".__new__(Odd)", kind.__new__, Odd)
    attempt(where + ".__init__()", kind.__init__)
    attempt(where + ".__init__(1)", kind.__init__, 1)
