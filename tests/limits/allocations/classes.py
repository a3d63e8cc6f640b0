class A:
    n = 1000
    def __init__(self, x, y=5000): self.x = x; self.y = y; self.z = [x, y]
    def m(self, *a): return self.x
class B(A):
    __slots__ = ("p", "q")
    def __init__(self, *args, **kw):
        super().__init__(*args, **kw)
        self.p = self.q = 3000
    def m(self, *a): return super().m(*a)
    @property
    def prop(self): return self.x
    @prop.setter
    def prop(self, v): self.x = v
    @staticmethod
    def s(v): return v
    @classmethod
    def c(cls, v): return cls(v)
class S:
    __slots__ = ("a",)
    def __init__(self, a): self.a = a
class M(type):
    def __new__(m, name, bases, ns, **kw): return super().__new__(m, name, bases, ns)
    def __init__(c, name, bases, ns, **kw): super().__init__(name, bases, ns)
class C(A, metaclass=M, flag=1000):
    def __init_subclass__(cls, **kw): super().__init_subclass__()
    def __getattr__(self, name): return 4000
    def __call__(self, *a, **k): return (a, k)
    def __eq__(self, o): return True
    def __hash__(self): return 1
class D(C, flag=1): pass
b = B(1000, y=2000)
b.m(1, 2); b.prop = 5000; b.prop; B.s(1); b.c(7000).m()
d = D(1); d.nothing; d(1000, k=2000); d == 1; {d: 1}[d]; setattr(d, "q" * 2, 4000); del d.x
S(1000).a
d.__dict__["new"] = 1000; vars(d); dir(S); getattr(b, "none", None); isinstance(d, (A, int)); D.__mro__
class E:
    def __new__(cls, *a, **k): return super().__new__(cls)
    def __init__(self, *a, k=3): pass
    def __repr__(self): return "E()"
    def __add__(self, o): return [self, o]
    def __getitem__(self, i): return i
    def __setitem__(self, i, v): pass
    def __contains__(self, i): return True
    def __len__(self): return 5
    def __iter__(self): return iter([1000])
    def __enter__(self): return self
    def __exit__(self, *a): return True
e = E(1, k=2); e + 1000; e[1000]; e[1:2000]; e[3] = 4000; 5 in e; len(e); list(e); repr([e]); f"{e!r:>20}"
with e: raise ValueError(1000)
try: A()
except TypeError as x: str(x)
try: b.nosuch
except AttributeError as x: str(x)
type("T", (A,), {"v": 1000})(1).v
bound = b.m; bound(1); bound.__self__
