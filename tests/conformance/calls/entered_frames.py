# Frames that the loop enters for something else than a plain call: __init__, properties, __enter__ and __exit__.
class A:
    def __init__(self): yield 1
try: A()
except TypeError as e: print(e)
class B:
    @property
    def p(self): yield 1
b=B()
def f(x):
    for i in range(5): x = x*1 + next(b.p)
    return x
print(f(1000))
class W:
    def __enter__(self): yield 3
    def __exit__(self,*a): print(a); yield 4
with W() as w: print(next(w))
try:
    with W() as w: 1/0
except ZeroDivisionError: print("no")
import sys
class V:
    def __enter__(self): print(sys.getrefcount(self)); return self
    def __exit__(self,*a): print(sys.getrefcount(self), sys.getrefcount(a), a[0]); return True
with V() as v: pass
class X:
    def __enter__(self): return 1000000
    def __exit__(self,a,b): pass
try:
    with X() as x: print(x)
except TypeError as e: print(e)
try:
    with X() as x: 1/0
except TypeError as e: print(e, repr(e.__context__))
