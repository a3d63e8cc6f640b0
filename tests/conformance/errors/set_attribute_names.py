# Errors of setting and deleting attributes do not tell the object and the name.
class A:
    def __init__(self): self.attribute = 1
def t(a, n):
    try: delattr(a, n)
    except AttributeError as e: print(e, e.name, e.obj is a)
a = A(); t(a, "atr")
a.__dict__; t(a, "atr")
class S: __slots__ = ("x",)
t(S(), "x"); t(S(), "y")
class B(A): __slots__ = ()
t(B(), "z")
class D(dict): pass
d = D(); t(d, "q"); d.x = 1; t(d, "q"); d.__dict__; t(d, "q")
def f(): pass
t(f, "q"); f.x = 1; t(f, "q"); t(A, "q"); t(1, "q"); t(ValueError(), "q")
class S: __slots__ = ("x",)
class P:
    @property
    def p(self): return 1
def t(a, n):
    try: setattr(a, n, 1)
    except (AttributeError,TypeError) as e: print(e, getattr(e,'name',None), getattr(e,'obj',0) is a)
t(S(), "y"); t(1, "q"); t(ValueError, "q"); t(int, "q"); t(object(), "q"); t(P(), "p"); t(1, "real"); t([], "append"); t(None, "q"); t(len, "q"); t(iter([]), "q"); t(1.5,"__class__"); t(len, "__name__"); t(super(), "q") if 0 else 0
import sys
t((lambda:0), "__globals__"); t(sys._getframe(), "f_back"); t(sys._getframe(), "q"); t({}.keys(), "q"); t(slice(1), "start"); t(type(sys)("m"), "__dict__")
