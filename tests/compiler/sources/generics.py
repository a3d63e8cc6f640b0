type A = int
type B[T] = list[T]
type C[T: int, *Ts, **P] = Callable[P, tuple[T, *Ts]]
def f[T](a: T) -> T: return a
def g[T: int, U: (int, str)](a: T = 1, *, b: U = 2) -> T:
    def inner(): return T
    return inner
async def h[*Ts, **P](*a: *Ts, b=1): await a
class K[T]:
    x: T
    def m(self): return T
    def n[U: T](self, a: U) -> T: return __class__
    type L = T
    type M[V] = tuple[T, V, x]
class N[T](Base, meta=M): pass
@deco
class O[T: A.B]:
    "doc"
    def __x(self): return self.__x
@deco
def p[T](): pass
def outer[T]():
    T2 = 1
    def inner[U](a=T2, *, b=T): return T, U, T2
    class Q[V]: y = T, U
    type R = T | U
    return inner
class S:
    attr = int
    def m[T: attr](self, a: attr) -> attr: return T
    type U = attr
    def q[__T](self): return __T
