# needs: library
# modes: plain, stepped
from _functools import partial, reduce, cmp_to_key, _lru_cache_wrapper
import functools, sys, gc, copy, operator
def t(f,*a,**k):
    try: print(f(*a,**k))
    except BaseException as e: print(type(e).__name__, e)
def f(*a,**k): return a,k
@functools.lru_cache(maxsize=3)
def g(x,*a,**k): 
    print('call',x,a,k); return x
for i in (1,2,3,1,4,2): g(i)
print(g.cache_info()); g(1.0); g(x=1); g(1,y=2); g(y=2,x=1); print(g.cache_info(), g.__wrapped__.__name__, g.__name__); g.cache_clear(); print(g.cache_info(), g.cache_parameters()); t(g,[]); t(g); print(g.cache_info())
@functools.lru_cache(maxsize=None,typed=True)
def h(x): return x
h(1); h(1.0); h(True); h('a'); print(h.cache_info(), h.cache_parameters()); 
@functools.lru_cache(maxsize=0)
def z(x): return x
z(1); z(1); print(z.cache_info(), sys.getsizeof(z), sys.getsizeof(h)); 
@functools.lru_cache
def fib(n): return n if n<2 else fib(n-1)+fib(n-2)
print(fib(80), fib.cache_info(), repr(fib).split(' at ')[0]); print(fib.__reduce__(), copy.copy(fib) is fib, copy.deepcopy(fib) is fib, pickle if 0 else '')
class C:
    @functools.lru_cache(maxsize=None)
    def m(self,x): return x
    @functools.cached_property
    def cp(self): print('cp'); return 3
c=C(); print(c.m(3), c.m(3), C.m.cache_info(), c.cp, c.cp, repr(c.m)[:20], type(C.m)); 
t(_lru_cache_wrapper,len,'x',0,tuple); t(_lru_cache_wrapper,len,1); t(_lru_cache_wrapper,3,1,0,tuple); t(_lru_cache_wrapper); t(functools.lru_cache,'a')
x=object()
@functools.lru_cache
def idd(o): return o
idd(x); print(sys.getrefcount(x)); idd(x); print(sys.getrefcount(x)); idd.cache_clear(); print(sys.getrefcount(x))
class X:
    def __init__(s,n): s.n=n
    def __del__(s): print('del',s.n)
@functools.lru_cache(maxsize=2)
def mk(n): return X(n)
mk(1); mk(2); mk(3); print('--'); mk.cache_clear(); print('--'); mk(5); del mk; gc.collect()
@functools.lru_cache(maxsize=1)
def rec(n): 
    return 0 if n==0 else rec(n-1)
print(rec(10), rec.cache_info())
@functools.singledispatch
def sd(x): return 'obj'
@sd.register
def _(x:int): return 'int'
@sd.register(list)
def _(x): return 'list'
print(sd(1), sd([]), sd('a'))
@functools.total_ordering
class T:
    def __init__(s,v): s.v=v
    def __eq__(s,o): return s.v==o.v
    def __lt__(s,o): return s.v<o.v
print(T(1)<=T(2), T(1)>=T(2))
@functools.wraps(f)
def w(): pass
print(w.__name__, w.__wrapped__ is f)
print(gc.is_tracked(h), [1])
k1=functools._make_key((1,),{},False); print(k1, functools._make_key((1,),{'a':2},True)); print([n for n in dir(h) if not n.startswith('__')])
