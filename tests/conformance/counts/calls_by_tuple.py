# Types and some builtins are called with a tuple of arguments, others with an array: the counts tell.
import sys
rc=sys.getrefcount
class C:
    def __init__(self,o): self.n=rc(o)
class D:
    def __init__(self,o,k=None): self.n=(rc(o),rc(k))
class S:
    def __init__(self,*a): self.n=rc(a[0]), rc(a)
class N:
    def __new__(cls,o):
        s=object.__new__(cls); s.n=rc(o); return s
class NI:
    def __new__(cls,o):
        s=object.__new__(cls); s.n=[rc(o)]; return s
    def __init__(self,o): self.n.append(rc(o))
class M(type):
    def __call__(cls,*a):
        r=rc(a[0])
        return r,type.__call__(cls,*a).n
class P(metaclass=M):
    def __init__(self,o): self.n=rc(o)
class L(list):
    def __init__(self,o): self.n=rc(o)
class T(tuple):
    def __new__(cls,o): 
        s=tuple.__new__(cls,()); s.n=rc(o);return s
class E(Exception):
    def __init__(self,o): self.n=rc(o)
class V:
    def __call__(self,o): return rc(o)
class Sub(C): pass
class Sub2(C):
    def __init__(self,o):
        super().__init__(o)
        self.n=(self.n,rc(o))
class G:
    @classmethod
    def c(cls,o): return rc(o),rc(cls)
    @staticmethod
    def s(o): return rc(o)
    def __getattr__(self,n): return rc(n)
    def __getitem__(self,o): return rc(o)
    def __setitem__(self,k,v): print(rc(k),rc(v))
    def __setattr__(self,k,v): print(rc(v))
    def __delitem__(self,k): print(rc(k))
    def __contains__(self,o): return print(rc(o))
    def __iadd__(self,o): print(rc(o),rc(self)); return self
    def __lt__(self,o): return rc(o),rc(self)
    def __bool__(self): print(rc(self)); return True
    def __len__(self): print(rc(self)); return 3
    def __iter__(self): print(rc(self)); return iter([1])
    def __repr__(self): print(rc(self)); return 'x'
    def __format__(self,s): print(rc(self)); return 'x'
    def __index__(self): print(rc(self)); return 1
    def __enter__(self): print(rc(self)); return 1
    def __exit__(self,*a): print(rc(self))
o=object()
print(C(o).n, D(o).n, D(o,k=o).n, S(o).n, N(o).n, NI(o).n, P(o), L(o).n,T(o).n,E(o).n,V()(o),Sub(o).n,Sub2(o).n)
t=(o,)
print(C(*t).n, D(*t).n, D(*t,k=o).n, S(*t).n, N(*t).n, NI(*t).n, P(*t), L(*t).n,T(*t).n,E(*t).n,V()(*t),Sub(*t).n,Sub2(*t).n)
l=[o]
print(C(*l).n, D(*l).n, D(*l,k=o).n, S(*l).n, N(*l).n, NI(*l).n, P(*l), L(*l).n,T(*l).n,E(*l).n,V()(*l),Sub(*l).n,Sub2(*l).n)
g=G()
print(g.c(o),G.c(o),g.s(o),g.foo,g[o],g<o,g.c(*t),g.s(*l))
g[o]=o; g.x=o; del g[o]; o in g; g+=o; bool(g); len(g); iter(g); repr(g); f'{g}'; [1,2][g]
with g: pass
if g: pass
for _ in g: pass
print(g,str(g),'%s'%g)
a,=g
print(list(map(C,[o]))[0].n, list(map(lambda x,y:(rc(x),rc(y)),[o],(o,))))
print(max(o,o,key=rc) is o, [max([o],key=lambda x:print(rc(x)) or 1), max(o,o,key=lambda x:print(rc(x)) or 1)] and 1)
print(min((o,),key=lambda x:print(rc(x)) or 1) and 1)
print(sorted([o],key=lambda x:print(rc(x)) or 1) and 1)
print(list(filter(lambda x:print(rc(x)),[o])))
import itertools
print(list(itertools.starmap(lambda x:rc(x),[(o,)])),list(itertools.starmap(lambda x:rc(x),[[o]])))
print(list(itertools.accumulate([o,o],lambda x,y:(rc(x),rc(y))))[1])
print(list(itertools.takewhile(lambda x:print(rc(x)),[o])),list(itertools.dropwhile(lambda x:print(rc(x)),[o])) and 1)
print([k for k,v in itertools.groupby([o],key=lambda x:print(rc(x)))],list(itertools.filterfalse(lambda x:print(rc(x)),[o])) and 1)
f=lambda x=o:rc(x)
print(f(),f(o),f(x=o),(lambda *,x=o:rc(x))())
print([*map(f,[o])], [f(x) for x in l], {k:f(v) for k,v in {1:o}.items()})
print({}.get(o,o) is o, {1:o}.setdefault(1,o) is o)
class K:
    def __hash__(self): return 1
    def __eq__(self,other): print('eq',rc(self),rc(other)); return self is other
k=K(); j=K()
{k:1}[j] if 0 else None
d={k:1}
j in d; d.get(j); d.setdefault(j,0); [k].count(j); [k].index(k); k in [j]; {k}=={j}; (k,)==(j,); [k]==[j]; {k,j}; d.pop(k); j in {k}; (k,).index(k) ; [k,j].remove(j)
