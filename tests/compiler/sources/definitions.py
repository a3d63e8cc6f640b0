"""Module docstring."""
def plain(): pass
def args(a, b=1, /, c=2, *d, e, f=3, **g): return a, b, c, d, e, f, g
def annotated(a: int, /, b: str = '', *c: float, d: list, e: dict = {}, **f: set) -> tuple: ...
def star(*args: *Ts): ...
@deco
@deco2(1)
def decorated():
    "doc"
    return 1
async def coro(a: int = 1) -> None: await a
def closure(a, b):
    c = 1
    def inner(d=a):
        nonlocal b
        b = c
        def deeper(): return a, b, c, d
        class K:
            x = a
            def m(self): return b, self.x, K
            a = 1
        return deeper, K
    return inner, lambda: (a, c)
class Empty: pass
class Doc(Base, metaclass=Meta, **kw):
    """Doc."""
    x: int = 1
    y: str
    __private = 2
    def __init__(self, __z): self.__private = self.__dunder__ = __z
    @property
    def p(self): return __class__
    def q(self):
        super().q()
        import __a, __b.c, d as __e
        from f import __g
        global __h
        __h = 1
    class Inner:
        def m(self): return self.__x, Inner
    def gen(self): yield self
    locals()
class _Underscore:
    __x = 1
class ___:
    __x = 1
def generator(a):
    x = yield
    y = yield a
    yield from x
    return (yield)
lambda: (yield)
def many_locals():
    a0 = a1 = a2 = a3 = a4 = a5 = a6 = a7 = a8 = a9 = 0
    b0 = b1 = b2 = b3 = b4 = b5 = b6 = b7 = b8 = b9 = 0
    c0 = c1 = c2 = c3 = c4 = c5 = c6 = c7 = c8 = c9 = 0
    d0 = d1 = d2 = d3 = d4 = d5 = d6 = d7 = d8 = d9 = 0
    e0 = e1 = e2 = e3 = e4 = e5 = e6 = e7 = e8 = e9 = 0
    f0 = f1 = f2 = f3 = f4 = f5 = f6 = f7 = f8 = f9 = 0
    g0 = g1 = g2 = g3 = g4 = g5 = g6 = 0
    if a0: h0 = 1
    return a0, g6, h0, [g6 for g6 in g5]
