# Exceptions in finalizers, callbacks and dying generators; sys.unraisablehook; coroutines never awaited.
import sys, weakref
class D:
    def __del__(self): raise ValueError("in del")
class D2:
    def __del__(self): raise ValueError
class D3:
    def __del__(self):
        try: 1/0
        except Exception: {}["k"]
class Bad(Exception):
    def __str__(self): 1/0
class D4:
    def __del__(self): raise Bad
class ModE(Exception): __module__ = "m.n"
class D5:
    def __del__(self): raise ModE("x")
class ModN(Exception): pass
ModN.__module__ = 4
class D6:
    def __del__(self): raise ModN("x")
def f():
    D(); D2(); D3(); D4(); D5(); D6()
f()
def g():
    try: yield 1
    finally: raise KeyError("gen")
it = g(); next(it); del it
class C: pass
c = C()
def cb(r): raise TypeError("cb")
w = weakref.ref(c, cb); del c
c = C(); w = weakref.ref(c, int); del c
def hook(u):
    print(type(u).__name__, u.exc_type, u.exc_value, u.exc_traceback is not None, u.err_msg, u.object)
    print(u[0], len(u), repr(type(u)))
sys.unraisablehook = hook
D()
def bad(u): raise RuntimeError("bad hook")
sys.unraisablehook = bad
D()
sys.unraisablehook = None
D()
del sys.unraisablehook
D()
sys.unraisablehook = sys.__unraisablehook__
D()
try: sys.unraisablehook(5)
except TypeError as e: print(e)
def g2():
    while True:
        try: yield
        except GeneratorExit: pass
q = g2(); next(q); del q
class Cal:
    def __del__(self): self.x
Cal()
class R:
    def __repr__(self): 1/0
    def __call__(self, r): raise ValueError("rcall")
c = C(); w = weakref.ref(c, R()); del c
async def co(): pass
def h():
    co()
h()
x = co()
del x
print("end", file=sys.stderr)
