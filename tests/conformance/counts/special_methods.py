# What special methods see of the references to self and to their operands.
import sys
rc=sys.getrefcount
class G:
    def __getattr__(self,n): return rc(n),rc(self)
    def __getitem__(self,o): print('getitem',rc(o),rc(self)); raise IndexError
    def __setitem__(self,k,v): print('setitem',rc(k),rc(v),rc(self))
    def __setattr__(self,k,v): print('setattr',rc(v),rc(self))
    def __delattr__(self,k): print('delattr',rc(self))
    def __delitem__(self,k): print('delitem',rc(k),rc(self))
    def __contains__(self,o): print('contains',rc(o),rc(self))
    def __iadd__(self,o): print('iadd',rc(o),rc(self)); return self
    def __lt__(self,o): print('lt',rc(o),rc(self))
    def __bool__(self): print('bool',rc(self)); return True
    def __len__(self): print('len',rc(self)); return 3
    def __iter__(self): print('iter',rc(self)); return iter([1])
    def __repr__(self): print('repr',rc(self)); return 'x'
    def __format__(self,s): print('format',rc(self)); return 'x'
    def __index__(self): print('index',rc(self)); return 1
    def __enter__(self): print('enter',rc(self)); return 1
    def __exit__(self,*a): print('exit',rc(self))
    def __hash__(self): print('hash',rc(self)); return 1
    def __neg__(self): print('neg',rc(self)); return 1
    def __add__(self,o): print('add',rc(self),rc(o)); return 1
    def __radd__(self,o): print('radd',rc(self),rc(o)); return 1
    def __eq__(self,o): print('eq',rc(self),rc(o)); return 1
    def __call__(self,*a,**k): print('call',rc(self),[rc(x) for x in a]); return 1
    def __round__(self): print('round',rc(self)); return 1
    def __abs__(self): print('abs',rc(self)); return 1
    def __reversed__(self): print('reversed',rc(self)); return iter([])
    def __int__(self): print('int',rc(self)); return 1
    def __float__(self): print('float',rc(self)); return 1.0
    def __complex__(self): print('complex',rc(self)); return 1j
    def __bytes__(self): print('bytes',rc(self)); return b''
    def __dir__(self): print('dir',rc(self)); return []
    def __sizeof__(self): print('sizeof',rc(self)); return 100
    def __divmod__(self,o): print('divmod',rc(self),rc(o)); return 1
    def __pow__(self,o,m=None): print('pow',rc(self),rc(o),rc(m)); return 1
    def __instancecheck__(self,o): print('instancecheck',rc(self),rc(o)); return True
    def __subclasscheck__(self,o): print('subclasscheck',rc(self),rc(o)); return True
    def __next__(self): print('next',rc(self)); return 1
    def __length_hint__(self): print('length_hint',rc(self)); return 1
    def __trunc__(self): print('trunc',rc(self)); return 1
    def __fspath__(self): print('fspath',rc(self)); return 'x'
    def __set_name__(self,a,b): print('set_name',rc(self),rc(a)); 
    def __get__(self,a,b): print('get',rc(self),rc(a),rc(b)); 
    def __set__(self,a,b): print('set',rc(self),rc(a),rc(b)); 
    def __delete__(self,a): print('delete',rc(self),rc(a)); 
    def __missing__(self,k): print('missing',rc(self),rc(k)); 
    def __mro_entries__(self,b): print('mro',rc(self),rc(b)); return ()
    def __class_getitem__(cls,k): print('cgi',rc(cls),rc(k))
    def __matmul__(self,o): print('matmul',rc(self),rc(o)); return 1
    def __rmatmul__(self,o): print('rmatmul',rc(self),rc(o)); return 1
    def __del__(self): print('del',rc(self))
g=G(); o=object()
def t(label):
    print('--',label)
t(1); g[o]=o
t(2); g.x=o
t(3); del g[o]
t(4); o in g
t(5); g+=o
t(6); bool(g)
t(7); len(g)
t(8); iter(g)
t(9); repr(g)
t(10); f'{g}{g!r}'
t(11); [1,2][g]
t(12); 
with g: pass
t(13)
if g: pass
t(14)
for _ in g: pass
t(15); print(g,str(g),'%s'%g)
t(16); a,=g
t(17); {g:1}; {g}; hash(g)
t(18); -g; g+1; 1+g; g==1; 1==g; g!=1; g<1; 
t(19); g(o); g(*[o]); g(*(o,)); g(x=o); g(o,x=o); g(**{'x':o})
t(20); round(g); abs(g); reversed(g); int(g); float(g); complex(g); bytes(g); dir(g)
t(21); sys.getsizeof(g); divmod(g,o); pow(g,o); pow(g,o,1); g**o
t(22); isinstance(o,g); issubclass(int,g); next(g); list(g); tuple(g); [*g]; set(g); dict.fromkeys(g)
t(23); G[o]
t(24); g@o; o@g
t(25)
class U:
    d=g
t(26); u=U(); u.d; u.d=o; del u.d; U.d
t(27); "%d"%g
t("27b"); "%s %r"%(g,g)
t("27c"); "{}".format(g)
t("27d"); "{0.foo}{0!r}".format(g)
t("27e"); format(g)
t("27f"); ascii(g)
tt=(g,)
t("27g"); "%s"%tt; "%d"%tt; "%x"%tt; "%r"%tt
t("27h"); "%s"%g; "%r"%g; "%x"%g; "%f"%g;"%c"%g; "%a"%g; "%s%%"%g; "%*d"%(1,g)
t("27i"); "%(a)s"%{"a":g}; b"%s"%(g,); b"%a"%g
t(28); g in [g]
t("28b"); 1 in [g]
t("28c"); [1].count(g)
t("28d"); [g].index(1)
t("28e"); (g,)==(1,)
t("28f"); {1:1}=={1:g}; [1]==[g]; [g]==[1]
t("28g"); (1,).count(g); (g,).index(1); 1 in (g,); g in (1,)
t(29); getattr(g,'foo'); hasattr(g,'f'); setattr(g,'x',o); delattr(g,'y')
t(30); max(g,G()); sum([g],0); any([g]); all([g]); list(map(g,[o])); list(filter(g,[o]))
t(31); range(g); chr(g); hex(g); bin(g); 'abc'[g]; 'abc'[g:]; [1,2,3][g:g]; slice(g); 'a'*g; [o]*g
t(32); open
import itertools
t(33); list(zip(g,g)); list(enumerate(g)); list(itertools.chain(g)); list(itertools.islice(itertools.count(1),g)); 
t(34); x,*y=g; [*g,*g]; print(*g)
t(35); l=[1,2,3]; l[g]=2; l[g:]=g; del l[g]; l.insert(g,1); l.pop(g); l.extend(g); l+=g
t(36); ''.join(map(str,g)); int(g); float(g); str(g); bool(g); bytes(g); bytearray(g); frozenset(g); tuple(g); dict(a=g); list(g)
t(37); not g; g and 1; g or 1; 1 if g else 2
while g: break
t(38); g.foo
t(39)
try: [].__contains__(g); {}.get(g); {1:2}.get(g); {1}.issubset(g); {1}.update(g); {1}|set(g)
except TypeError as e: print(e)
t(40); d={g:1}; d[g]; d.get(g); d.pop(g); d.setdefault(g,1); g in d; del d[g]
t(41); s={g}; s.add(g); s.discard(g); s.add(g); s.remove(g)
t(42); l=[g,g]; l.remove(1); l.count(1); l.index(1); l==[1]; l<[1]; l!=[1]; sorted([l,[g]]); l.sort()
