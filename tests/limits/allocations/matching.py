class P:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x = x; self.y = y
def f(v):
    match v:
        case P(x, y=1000): return [x]
        case [1, *rest]: return rest
        case {"a": a, **kw}: return a, kw
        case str() | bytes(): return v
        case (a, b): return a, b
        case _: return None
for v in (P(5000, 1000), [1, 2000, 3], {"a": 1, "b": 2000}, "s", (1000, 2000), 7): f(v)
def outer(a):
    b = a * 2
    def inner(c):
        nonlocal b
        b += c
        return lambda: a + b + c
    return inner
outer(1000)(2000)()
@(lambda f: f)
def deco(x: int = 5000, *, y: "str" = "z") -> list: return [x]
deco(); deco.__annotations__; deco.__defaults__
global_v = 1000
def gl():
    global global_v
    global_v += 1; del global_v
gl()
x = y = [1000]; x += [2000]; x[0] += 1; (z := 5000); a = b"" or x; d = {}; d["k"] = 1; d["k"] += 10000; del d["k"]
def loc(): a = 1000; return locals()
loc(); globals()["qq"] = 1; vars()
type Alias[T] = list[T]
def generic[T: int](x: T) -> T: return x

list[int]; int | str; dict[str, list[int]]
