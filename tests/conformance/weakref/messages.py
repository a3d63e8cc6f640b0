# weakref: messages, which types, callbacks, proxies.
import weakref, itertools
def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


class A: pass
class B(int): pass
class C(tuple): pass
class D(Exception): pass
class S: __slots__=()
for c in ["weakref.ref()","weakref.ref(1,2,3)","weakref.ref(A,callback=None)","weakref.ref(A,x=None)","weakref.ref(5)","weakref.ref(B(5))()","weakref.ref(C((5,)))()","weakref.ref(D())()","weakref.ref(S())","weakref.ref(A)(1)","weakref.ref(A)(x=1)","hash(weakref.ref(A()))","weakref.ref(A())()","repr(weakref.ref(A()))","repr(weakref.ref(A))","repr(weakref.proxy(A))","repr(weakref.proxy(A()))","weakref.proxy(A()).x","weakref.proxy(5)","weakref.proxy()","weakref.proxy(A,1,2)","weakref.proxy(object=A)","weakref.getweakrefcount(5)","weakref.getweakrefs(5)","weakref._remove_dead_weakref(1,2)","weakref._remove_dead_weakref({},2)","weakref._remove_dead_weakref({2:3},2)","hash(weakref.proxy(A))","next(weakref.proxy(A))","weakref.ref(A)<weakref.ref(A)","weakref.ref(A)==weakref.ref(A)","weakref.ref.__new__(weakref.ref)","weakref.ref.__init__(weakref.ref(A))","weakref.ref.__init__(weakref.ref(A),1,2,3)","weakref.ref(A).__callback__","weakref.ref[int]","bytes(weakref.proxy(A))","weakref.proxy(A)+1","int(weakref.proxy(A))","float(weakref.proxy(A))","len(weakref.proxy(A))","weakref.proxy(A)[0]","weakref.ref(A).foo", "type(weakref.ref(A)),type(weakref.proxy(A))","weakref.ProxyType()", "weakref.proxy(A)()","weakref.ref(itertools.count())", "weakref.ref(iter([]))", "iter(weakref.proxy(A))", "3 in weakref.proxy(A)"]: show(c)

class N:
    def __init__(s,n): s.n=n
    def __repr__(s): return 'N(%r)'%s.n
    def __len__(s): return 3
    def __getitem__(s,i): return i*2
    def __setitem__(s,k,v): print('set',k,v)
    def __delitem__(s,k): print('del',k)
    def __contains__(s,x): return x==1
    def __iter__(s): return iter([s.n])
    def __add__(s,o): return ('add',s.n,o)
    def __radd__(s,o): return ('radd',s.n,o)
    def __iadd__(s,o): return ('iadd',s.n,o)
    def __neg__(s): return 'neg'
    def __index__(s): return 7
    def __int__(s): return 8
    def __float__(s): return 1.5
    def __bool__(s): return False
    def __eq__(s,o): return isinstance(o,N) and s.n==o.n
    def __hash__(s): return 42
    def __call__(s,*a): return a
    def __bytes__(s): return b'xx'
    def __reversed__(s): return 'rev'
    def __pow__(s,o,m=None): return ('pow',o,m)
    def __divmod__(s,o): return 'dm'
n=N(1); p=weakref.proxy(n)
print(type(p), p, repr(p)[:15], len(p), p[4], 1 in p, 2 in p, list(p), p+1, 1+p, -p, hex(p), int(p), float(p), bool(p), p==n, p!=n, p(1,2), pow(p,2), pow(p,2,3), divmod(p,1), p.n, isinstance(p,N))
p[1]=2; del p[1]; p.n=5; print(n.n); del p.n
try: p.n
except AttributeError as e: print(e)
n.n=9; q=p; q+=1; print(q)
r=weakref.ref(n); print(r() is n, r is weakref.ref(n), weakref.proxy(n) is p, hash(r), weakref.getweakrefcount(n), len(weakref.getweakrefs(n)), n.__weakref__ is r)
log=[]
r1=weakref.ref(n,lambda w: log.append((1,w() is None))); r2=weakref.ref(n,lambda w: log.append((2,w is r2))); p3=weakref.proxy(n,lambda w: log.append(3))
print(weakref.getweakrefcount(n), r1.__callback__ is not None, r1 is r2)
del n; print(log, r(), r1.__callback__)
for t in ["p.n","p+1","len(p)","str(p)","p==1","bool(p)","p()","repr(r)[:11]+repr(r)[-7:]","hash(r)","hash(r1)","r==r","r==r1"]:
    try: print(t, eval(t))
    except Exception as e: print(t, type(e).__name__, e)
class W(weakref.ref):
    def __new__(cls,o,cb=None,**k): return super().__new__(cls,o,cb)
    def __init__(self,o,cb=None,**k): super().__init__(o,cb); self.extra=k
a=A(); w=W(a,z=1); print(w.extra, w() is a, w is W(a), w==weakref.ref(a), hash(w)==hash(a), weakref.getweakrefcount(a))
x,y=N(1),N(1); print(weakref.ref(x)==weakref.ref(y), weakref.ref(x)!=weakref.ref(y), {weakref.ref(x):1}[weakref.ref(y)])
d={'k':weakref.ref(A())}; weakref._remove_dead_weakref(d,'k'); print(d)
class R:
    def __del__(s): print('del', wr() is s)
o=R(); wr=weakref.ref(o, lambda w: print('callback', w())); del o
class Z:
    def __del__(s):
        global keepz; keepz=s
z=Z(); wz=weakref.ref(z); del z; print(wz() is keepz)
f=lambda: 1
print(weakref.ref(f)() is f, weakref.ref(print)() is print, weakref.ref(A)() is A, weakref.ref({1}.__class__)())
st={1}; ws=weakref.ref(st); del st; print(ws())
g=(i for i in [1]); wg=weakref.ref(g); print(wg() is g); del g; print(wg())
class M(N):
    __call__=None
class M2:
    def __bytes__(s): return b'xx'
    def __reversed__(s): return 'rev'
m=M2(); pm=weakref.proxy(m); print(type(pm), bytes(pm), reversed(pm))
