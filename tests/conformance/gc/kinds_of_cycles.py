# Cycles through every kind of object: what is found, and who is told.
# modes: plain
import gc, sys, _weakref
class N:
    def __init__(self,n): self.n=n
    def __del__(self): print('~',self.n,end=' ')
    def __repr__(self): return 'N%s'%self.n
gc.collect(); gc.disable()
def line(s): print('|',s, gc.get_count()[1:])
# list cycles
def mk(k):
    xs=[N(i) for i in range(k)]
    for i,x in enumerate(xs): x.next=xs[(i+1)%k]; x.prev=xs[i-1]
    return xs
mk(5); print(gc.collect()); line('ring')
a=N('a'); l=[a]; a.l=l; d={'l':l,'a':a}; a.d=d; t=(a,d,l); a.t=t; s={t.__len__(),}; a.s=s
del a,l,d,t,s; print(gc.collect()); line('mixed')
# functions
def f():
    def g(): return g
    g.n=N('g')
    return g
f(); print(gc.collect()); line('func cycle')
# generator cycle
def gen():
    me=yield
    n=N('gen')
    yield me
g=gen(); next(g); g.send(g); del g; print(gc.collect()); line('gen cycle')
# exception cycle
def ex():
    try: raise ValueError
    except ValueError as e: err=e
    n=N('frame')
ex(); print(gc.collect()); line('exc cycle')
# class
def cl():
    class X:
        n=N('cls')
        def m(self): return X
    X.self=X()
cl(); print(gc.collect()); line('class cycle')
# weakref callbacks in garbage
class W: pass
w=W(); w.me=w; out=[]; r=_weakref.ref(w,lambda x: out.append('cb')); w2=W(); w2.r=_weakref.ref(w,lambda x: out.append('no')); w2.me=w2; w.o=w2
del w,w2; print(gc.collect(), out); line('wr')
# resurrection by __del__ in cycle
keep=[]
class R(N):
    def __del__(self): keep.append(self); N.__del__(self)
r=R(1); r.me=r; r2=R(2); r2.r=r; r.r2=r2; del r,r2
print(gc.collect(), keep); line('resurrected')
for x in keep: x.__dict__.clear()
keep.clear(); print(gc.collect()); line('gone')
# generations
x=N('x'); x.me=x
print([any(o is x for o in gc.get_objects(i)) for i in range(3)]); gc.collect(0)
print([any(o is x for o in gc.get_objects(i)) for i in range(3)]); gc.collect(1)
print([any(o is x for o in gc.get_objects(i)) for i in range(3)])
del x; print(gc.collect(0), gc.collect(1), gc.collect(2)); line('gens')
# referrers
o=[]; h=[o]; h2={'k':o}; h3=(o,)
print(sorted(type(r).__name__ for r in gc.get_referrers(o))); print(gc.get_referents(h)==[[]], gc.get_referents({1:2}), gc.get_referents((1,'a')))
print(gc.is_tracked(0),gc.is_tracked('a'),gc.is_tracked([]),gc.is_tracked({}),gc.is_tracked({'a':1}),gc.is_tracked({'a':[]}),gc.is_tracked(()),gc.is_tracked((1,)),gc.is_tracked(N(0)),gc.is_finalized(o))
print()
z=N('z'); z.__del__(); print(gc.is_finalized(z)); del z; line('fin')
gc.freeze(); print(gc.get_freeze_count()>0); gc.unfreeze(); print(gc.get_freeze_count())
gc.set_threshold(3,2,2); gc.enable()
for i in range(12):
    q=N(i); q.me=q
print(); gc.disable(); gc.set_threshold(700,10,10); del q; print(gc.collect()); line('auto')
print(gc.get_stats()[2].keys())
try:
    gc.set_debug(gc.DEBUG_STATS); gc.set_debug(0)
finally: pass
class Slot:
    __slots__=('me','n')
s=Slot(); s.me=s; s.n=N('slot'); del s; print(gc.collect()); line('slots')
m=type(sys)('mod'); m.me=m; m.n=N('mod'); del m; print(gc.collect()); line('module')
p=property(lambda s:p); del p; print(gc.collect()); line('prop')
it=iter([]); L=[]; it=iter(L); L.append(it); L.append(N('it')); del L,it; print(gc.collect()); line('iter')
mp=map(None.__class__,[]); 
c=(lambda: c); c.n=N('lam')
