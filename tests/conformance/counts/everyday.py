# How names, containers, calls and closures count, one after the other.
# modes: plain, stepped
import sys
rc=sys.getrefcount
class O: pass
o=O()
def p(*a): print(*a)
print('attr', rc(o)); 
class H: pass
h=H(); h.o=o; print(rc(o)); h.__dict__; print(rc(o)); del h; print(rc(o))
l=[o]*5; print(rc(o)); l2=l[1:]; print(rc(o)); l3=l+l2; print(rc(o)); del l,l2,l3; print(rc(o))
t=(o,)*3; t2=t[:]; print(rc(o), rc(t)); t3=t+(); print(rc(t), t3 is t); del t,t2,t3
d={'a':o}; d2=dict(d); d3=d.copy(); d4={**d}; print(rc(o)); del d,d2,d3,d4
def f(a, b=o, *c, **k): return rc(o)
print(f(1), f(o), f(o,o,o,k=o)); 
g=lambda: o; print(rc(o))
def clos():
    x=o
    def inner(): return x
    return inner
c=clos(); print(rc(o), rc(c.__closure__[0])); del c; print(rc(o))
def gen():
    y=o
    yield rc(o)
    yield rc(o)
it=gen(); print(rc(o), next(it), rc(o), next(it)); it.close(); print(rc(o)); del it
print([rc(x) for x in [o]], [rc(x) for x in (o,o)], list(map(rc,[o,o])))
for x in [o]: print(rc(o)); 
print(rc(o)); del x
for i,x in enumerate([o]): print(rc(o))
for x,y in zip([o],[o]): print(rc(o))
del x,y
a=b=c=o; print(rc(o)); a=b=c=None; print(rc(o))
a,b=o,o; print(rc(o)); a,b=b,a; print(rc(o)); del a,b
x=o if o else None; print(rc(o)); del x
x=o or 1; print(rc(o)); del x
s={o}; fs=frozenset([o]); print(rc(o)); s2=s|fs; print(rc(o)); del s,fs,s2
try: raise ValueError(o)
except ValueError as e: print(rc(o), rc(e), rc(e.args))
print(rc(o))
def r(n):
    if n==0: return rc(o)
    return r(n-1)
print(r(5), r(o) if 0 else '')
def rr(n,v): return rc(v) if n==0 else rr(n-1,v)
print(rr(0,o),rr(1,o),rr(5,o))
class P:
    @property
    def v(self): return rc(self)
    @classmethod
    def c(cls): return rc(cls)
    @staticmethod
    def s(x): return rc(x)
    def m(self,x): return rc(self),rc(x)
    def __getattr__(self,n): return rc(self)
q=P(); print(q.v,q.c(),q.s(o),q.m(o),q.zzz,P.m(q,o),P().v,P().m(P()))
m=q.m; print(rc(q)); print(m(o)); del m; print(rc(q))
print(rc(P), rc(f), rc(print), rc(None)>1000, rc(1)>1000, rc('a')>1000, rc(())>1000)
P2=P; print(rc(P)); del P2
class Q(P): pass
print(rc(P)); qq=Q(); print(rc(Q)); del qq; print(rc(Q))
print(rc([]), rc({}), rc(O()), rc(object()), rc((1,o)), rc(lambda:0), rc(1.5*len('ab')), rc('x'*len('abc')), rc(10**20), rc(10**20+len('a')))
w=[o]; w.append(w); print(rc(w)); del w
exec("v=o; print(rc(o))"); print(rc(o)); del v
print(eval("rc(o)"), (lambda v: rc(v))(o), (lambda *v: rc(v[0]))(o), (lambda **v: rc(v['k']))(k=o))
def outer():
    z=O()
    before=rc(z)
    def inner(): return z
    return before, rc(z)
print(outer())
with open('/dev/null') as fh: print(rc(fh))
print(sorted([(rc(k),) for k in [o]]), max([o],key=id) is o, rc(o))
st=[o]; st.extend(st); print(rc(o)); st*=2; print(rc(o)); st.clear(); print(rc(o))
del g; print(rc(o))
