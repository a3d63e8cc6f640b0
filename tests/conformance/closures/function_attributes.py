# What a function object shows and what may be changed.
def f(a, b: int = 2, /, c=3, *args, d, e=5, **kw) -> str:
    "doc"
    x = 1
    return a, b, c, args, d, e, kw


print(f.__name__, f.__qualname__, f.__doc__, f.__module__, f.__defaults__, f.__kwdefaults__, f.__annotations__)
c = f.__code__
print(c.co_argcount, c.co_posonlyargcount, c.co_kwonlyargcount, c.co_varnames, c.co_nlocals, c.co_name, c.co_firstlineno)
print(c.co_consts[0], c.co_names, c.co_freevars, c.co_cellvars, c.co_flags & 12, c.co_filename.endswith(".py"))
f.__defaults__ = (7, 8)
f.__kwdefaults__ = {"d": 1}
f.__doc__ = None
f.extra = [1]
try:
    print(f(0))
except TypeError as e:
    print(e)
print(f(0, e=2), f.__dict__)
f.__name__ = "renamed"
try:
    f()
except TypeError as e:
    print(e)
f.__qualname__ = "Q.renamed"
try:
    f()
except TypeError as e:
    print(e)
for name, value in (("__name__", 1), ("__code__", 1), ("__defaults__", [1]), ("__kwdefaults__", ()), ("__dict__", 1),
                    ("__globals__", {}), ("__annotations__", 3), ("__qualname__", None)):
    try:
        setattr(f, name, value)
        print("set", name)
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)


def g():
    return "g"


def h():
    return "h"


g.__code__ = h.__code__
print(g(), g.__name__, (lambda: 0).__name__, (lambda: 0).__qualname__)
try:
    del f.nope
except AttributeError as e:
    print(e)
try:
    del f.__code__
except TypeError as e:
    print(e)
