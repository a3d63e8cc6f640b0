from _functools import partial, reduce, cmp_to_key
import sys, gc

def add(a, b): return a + b
def t(f,*a,**k):
    try: print(f(*a,**k))
    except BaseException as e: print(type(e).__name__, e)
def f(*a,**k): return a,k
p=partial(f,1,2,x=3); print(p(4,y=5), p.func is f, p.args, p.keywords, p(x=9)); t(partial); t(partial,3); print(repr(partial(len,1,a=2)).replace(str(len),'')); q=partial(p,7,z=1); print(q.func is f, q.args, q.keywords)
p.attr=1; print(p.__dict__, p.__reduce__()[0], p.__reduce__()[2][1:], sys.getsizeof(p)); t(setattr,p,'func',1); t(p.__setstate__,(1,2)); p.__setstate__((f,(5,),{'q':1},{'w':2})); print(p(), p.__dict__); t(p.__setstate__, (f,[],{},None))
class PS(partial): pass
s=PS(f,1); print(s(2), s.__class__.__name__, partial(s,3).args, partial(s,3).func is s, PS(s,3).func is f); print(partial(f)==partial(f))
p=partial(f); p.__setstate__((p,(),{},{})); print(repr(p)); p.__setstate__((f,(p,),{},{})); print(repr(p)[:30]); p.__setstate__((f,(),{},{}))
# reduce
print(reduce(add,[1,2,3]), reduce(lambda a,b:a+b,'abc','z'), reduce(add,[],5), reduce(None,[3])); t(reduce,add,[]); t(reduce,add,3); t(reduce); t(reduce,1,[1,2]); t(reduce,1); t(reduce,add,[1],2,3)
# cmp_to_key
k=cmp_to_key(lambda a,b:(a>b)-(a<b)); print(sorted([3,1,2],key=k), k(1)<k(2), k(1)==k(1), k(3).obj, type(k), type(k(1))); t(hash,k(1)); t(lambda: k(1)<3); t(cmp_to_key); t(k); t(k,1,2); t(lambda: k<k); print(cmp_to_key(mycmp=len), k(obj=3).obj, sys.getsizeof(k)); kk=k(1); kk.obj=5; print(kk.obj); t(lambda: cmp_to_key(lambda a,b:'x')(1)<cmp_to_key(lambda a,b:0)(2)); t(lambda:k.obj); 
# lru_cache