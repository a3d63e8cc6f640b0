# A source as a tree of objects, and the classes that the objects are of.
import _ast

SOURCE = '''
"doc"
from a.b import c as d, e
import x.y as z
async def f(p, /, q: int = 1, *r, s=2, **t) -> None:
    await p
    async for i in q: yield i
    async with q as w, r: pass
    return [j async for j in q if j if not i]
@deco
class C[T: int, *Ts, **P](B, metaclass=M):
    x: int = 1
    (y): str
    global g
    nonlocal_ = {1: 2, **k}
type Alias[U] = list[U]
for n in range(3):
    if n: continue
    else: break
else: del n, m[0], m[1:2:3], o.p
while not x or y and z: x += 1; y @= -2
try: raise E from F
except (G, H) as e: pass
except: ...
else: assert a, "b"
finally: pass
try: pass
except* I: pass
match s:
    case 1 | -2.5 | "a": pass
    case None: pass
    case [h, *u] if h: pass
    case {"k": v, **rest}: pass
    case K(1, l=2) as whole: pass
    case _: pass
lam = lambda *a, b, **c: (yield)
w = f"{x!r:>{width}} {y=}" f'z' if b"" else u"k"
v = {1, *q}, {k: v for k, v in d}, {e for e in f}, (g for g in h)
1 < 2 <= 3 != 4 is not 5 not in 6
(n := 10)
a = b = c, *d = 1j, 10**20, ...
'''


def show(value, depth):
    if isinstance(value, _ast.AST):
        names = [name for name in value._fields if getattr(value, name, None) is not None]
        parts = [f"{name}={show(getattr(value, name), depth + 1)}" for name in names]
        if "lineno" in value._attributes:
            place = [value.lineno, value.col_offset, value.end_lineno, value.end_col_offset]
            parts.append("@" + ",".join(map(str, place)))
        return type(value).__name__ + "(" + " ".join(parts) + ")"
    if isinstance(value, list):
        return "[" + ", ".join([show(item, depth + 1) for item in value]) + "]"
    return repr(value)


tree = compile(SOURCE, "<source>", "exec", _ast.PyCF_ONLY_AST)
for statement in tree.body:
    print(show(statement, 0))
print(show(compile("a, b", "<source>", "eval", _ast.PyCF_ONLY_AST), 0))
print(show(compile("a; b", "<source>", "single", _ast.PyCF_ONLY_AST), 0))
print(show(compile("(int, *str) -> None", "<source>", "func_type", _ast.PyCF_ONLY_AST), 0))

for name, cls in vars(_ast).items():
    if isinstance(cls, type) and issubclass(cls, _ast.AST):
        own = sorted(set(vars(cls)) - {"__doc__", "__dict__", "__weakref__"})
        print(name, cls.__mro__[1].__name__, cls.__module__, cls._fields, cls._attributes, cls.__match_args__, own)
        print("   ", repr(cls.__doc__))
first = tree.body[0].value
print(vars(first), first.__reduce__()[0], sorted(first.__reduce__()[2]))
print(compile("a", "", "eval", 0x400).body.ctx is compile("b", "", "eval", 0x400).body.ctx)
