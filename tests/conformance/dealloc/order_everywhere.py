# In which order objects go: temporaries, arguments, items, attributes, frames.
# modes: plain, stepped
import gc, sys
class N:
    def __init__(self,n): self.n=n
    def __del__(self): print('~',self.n,end=' ')
def line(s): print('|',s)
class C:
    def __call__(self,*a,**k): print('call',end=' ')
    def __del__(self): print('~C',end=' ')
C()(N(1),N(2)); line('callable and args')
C()(N(1),k=N(2)); line('kw')
C()(*[N(1),N(2)]); line('star')
C()(*(N(1),),**{'k':N(2)}); line('starstar')
(lambda a,b:print('body',end=' '))(N(1),N(2)); line('lambda')
(lambda a,b:None)(N(1),b=N(2)); line('lambda kw')
class K:
    def __init__(self,*a): self.a=a
    def __del__(self): print('~K',end=' ')
K(N(1),N(2)); line('instance')
K(K(N(1))); line('nested')
[N(1),N(2),N(3)]; line('list')
(N(1),N(2)); line('tuple')
{N(1):N(2)}; line('dict')
{N(1)}; line('set')
N(1),N(2),N(3); line('expr tuple')
a=[N(1),N(2)]; a[0]=N(3); line('setitem'); a[:]=[N(4)]; line('slice'); del a[0]; line('delitem'); a.append(N(5)); a=None; line('none')
d={}; d['x']=N(1); d['x']=N(2); line('dset'); d.pop('x'); line('dpop'); d.setdefault('y',N(3)); d.update(y=N(4)); line('update'); d.clear(); line('clear')
x=N(1); x=N(2); line('rebind'); del x; line('del')
def f(): 
    p=N('p'); q=N('q'); return N('r')
f(); line('f')
r=f(); line('f kept'); del r; line('')
def g():
    p=N('p')
    try: raise ValueError
    finally: print('fin',end=' ')
try: g()
except ValueError: line('except')
line('after')
def h(x): del x; print('deleted',end=' ')
h(N('arg')); line('h')
def gen():
    p=N('gp')
    yield 1
    yield 2
for v in gen():
    break
line('gen break')
for v in gen(): pass
line('gen done')
it=gen(); next(it); it=None; line('gen none')
class O: pass
o=O(); o.a=N('a'); o.b=N('b'); o.c=N('c'); del o; line('attrs')
o=O(); o.b=N('b'); o.a=N('a'); del o; line('attrs other')
class S: __slots__=('z','y','x')
s=S(); s.x=N('x'); s.z=N('z'); s.y=N('y'); del s; line('slots')
class T(tuple): pass
t=T([N(1),N(2)]); t.q=N('q'); del t; line('T')
class L(list): pass
l=L([N(1),N(2)]); l.q=N('q'); del l; line('L')
class D(dict): pass
l=D({1:N(1)}); l.q=N('q'); del l; line('D')
class E(Exception): pass
e=E(N(1)); e.q=N('q'); del e; line('E')
try: raise E(N('e'))
except E as ex: ex.x=N('x')
line('E handled')
try:
    try: raise E(N('e1'))
    except E: raise E(N('e2'))
except E as ex: print('both',end=' ')
line('chained')
m=N('m').__init__; del m; line('bound')
p=print; (p)(N('pr') is None,end=' '); line('p')
x=[N(i) for i in range(3)]; x.reverse(); del x[1:]; line('del slice'); x*=0; line('mul')
x=[N(1),N(2),N(3)]; x.sort(key=lambda n:-n.n); del x; line('sorted')
y=sorted([N(2),N(1)],key=lambda n:n.n); y=None; line('sorted2')
z={1:N(1),2:N(2)}; del z[1]; z=None; line('dict del')
c=lambda n=N('default'):0; c=None; line('default')
def outer():
    v=N('cell')
    return lambda:v
c=outer(); c=None; line('closure')
class Meta(type):
    def __del__(cls): print('~Meta',end=' ')
class MM(metaclass=Meta): n=N('in class')
del MM; gc.collect(); line('class')
w=[N(1)]; w.append(w); del w; line('cyc'); gc.collect(); line('collected')
i=iter([N(1),N(2)]); next(i); line('iter'); i=None; line('')
i=map(lambda x:x,[N(1)]); next(i); line('map'); i=None; line('')
a,b=N(1),N(2); a,b=b,a; line('swap'); a=b=None; line('')
a,*b=[N(1),N(2),N(3)]; b=None; line('star'); a=None; line('')
with_=type('W',(),{'__enter__':lambda s:N('enter'),'__exit__':lambda s,*a:print('exit',end=' ')})
with with_(): print('body',end=' ')
line('with'); 
with with_() as q: q=None; print('body',end=' ')
line('with as')
assert N('assert'); line('assert')
if N('if'): line('if')
while N('while'): break
line('while')
N('cmp')==N('cmp2'); line('cmp'); N('a') is N('b'); line('is'); N(1) in [N(2),N(3)]; line('in')
not N('not'); line('not'); N('and') and N('and2'); line('and'); N('or') or N('or2'); line('or')
f'{N("fs").n}'; line('fstr'); '%s' % N('pct').n; line('pct')
print(N('print').n,end=' '); line('print')
x=N('tern') if N('cond') else 0; line('tern'); x=0; line('')
(y:=N('walrus')); line('walrus'); del y; line('')
lst=[0]; lst[N('idx').n=='q']; line('idx')
