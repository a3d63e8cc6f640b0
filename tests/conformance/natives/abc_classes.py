# needs: library
# modes: plain, stepped
import abc, collections.abc as ca, gc, weakref, sys

def t(f, *a, **k):
    try: print(f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)

class A(abc.ABC):
    @abc.abstractmethod
    def f(self): pass
    @property
    @abc.abstractmethod
    def p(self): pass

class B(A):
    def f(self): return 1

class C(B):
    p = 3

t(A); t(B); print(C().f(), sorted(A.__abstractmethods__), sorted(B.__abstractmethods__), C.__abstractmethods__)
A.register(int)
print(isinstance(3, A), issubclass(int, A), issubclass(str, A), issubclass(bool, A))
t(A.register, 3); t(int.mro and A.register, A)
class D(abc.ABC): pass
class E(D): pass
t(E.register, D)
t(D.register, E)
print(isinstance(E(), D), isinstance([], ca.Sequence), isinstance({}, ca.Mapping), issubclass(tuple, ca.Hashable), isinstance([], ca.Hashable))
class S(ca.Sequence):
    def __getitem__(self, i): return [1, 2, 3][i]
    def __len__(self): return 3
class M(ca.Mapping):
    def __getitem__(self, i): return {1: 2}[i]
    def __len__(self): return 1
    def __iter__(self): return iter({1: 2})
class R:
    def __getitem__(self, i): return [5][i]
    def __len__(self): return 1
for o in (S(), M(), R(), [1, 2, 3], {1: 2}, 'abc'):
    match o:
        case [x, *r]: print('sequence', x, r)
        case {1: v}: print('mapping', v)
        case _: print('neither')
ca.Sequence.register(R)
match R():
    case [x]: print('now', x)
print(S().index(2), list(reversed(S())), 2 in S(), M().get(1), M() == {1: 2}, list(M().items()))
class H(abc.ABC):
    @classmethod
    def __subclasshook__(cls, c):
        return c.__name__ == 'Yes' or NotImplemented
class Yes: pass
class Bad(abc.ABC):
    @classmethod
    def __subclasshook__(cls, c): return 5
print(issubclass(Yes, H), issubclass(int, H)); t(issubclass, int, Bad); t(issubclass, 3, H)
from _abc import _get_dump, get_cache_token
r, c, n, v = _get_dump(H); print(len(r), len(c), len(n), type(v))
class Temp: pass
print(isinstance(Temp(), H), len(_get_dump(H)[2])); del Temp; gc.collect(); print(len(_get_dump(H)[2]))
H._abc_impl
print(type(H._abc_impl))
class Proxy:
    @property
    def __class__(self): return Yes
print(isinstance(Proxy(), H))
H.register(Yes); print(H in Yes.__mro__, weakref.getweakrefcount(Yes) > 0)
class MetaA(abc.ABCMeta): pass
class Z(metaclass=MetaA):
    @staticmethod
    @abc.abstractmethod
    def s(): pass
    @classmethod
    @abc.abstractmethod
    def k(cls): pass
t(Z); Z.__abstractmethods__ = frozenset(); print(Z() is not None)
print(abc.update_abstractmethods(Z) is Z, sorted(Z.__abstractmethods__))
