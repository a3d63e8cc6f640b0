# Dicts that change under their own operations, iterators, views, order of evaluation, sizes.
# modes: plain
import sys
def attempt(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
d={1:1,2:2}
def it1():
    for k in d: d[k+10]=1
attempt(it1)
d={1:1,2:2}
def it2():
    for k in d:
        del d[k]; d[k+10]=1
attempt(it2)
d={1:1,2:2,3:3}
it=iter(d.items()); a=next(it); b=next(it); print(a is b, a, b)
x=[id(p) for p in {1:2,3:4,5:6}.items()]; print(len(set(x)))
l=list({1:2,3:4}.items()); print(l)
for kv in {1:[1],2:[2]}.items(): pass
it=iter({1:2,3:4}); print(it.__length_hint__(), next(it), it.__length_hint__(), list(it), list(it), it.__length_hint__())
d={'a':1}; it=iter(d); d['b']=2
attempt(lambda: next(it)); attempt(lambda: next(it))
r=reversed({1:2,3:4,5:6}); print(list(r)); print(list(reversed({1:2,3:4}.values())), list(reversed({1:2,3:4}.items())), list(reversed({1:2}.keys())))
class D(dict):
    def __missing__(self,k): return ('missing',k)
x=D(a=1); print(x['a'],x['b'],x.get('b'), x)
print(D(x)==x, type(x.copy()), type(x|{}), type({}|x), type(D.fromkeys([1])))
class H:
    def __init__(s,h,f=None): s.h=h; s.f=f
    def __hash__(s): return s.h
    def __eq__(s,o):
        if s.f: s.f()
        return s is o
d={}
k=H(1,lambda: d.clear()); d[H(1)]='x'
attempt(lambda: d.get(k)); print(d)
d[H(1)]=1; d[H(1)]=2; print(len(d))
attempt(lambda: d[k]) if False else None
e={H(1):1}; f={H(1):1}
print(e==f)
class V:
    def __eq__(s,o): g.clear(); return True
g={1:V(),2:V()}
attempt(lambda: g=={1:V(),2:V()})
v={1:2}.keys(); print(v|{3}, {3}|v, v&{1}, v-{1}, v^{5}, v=={1}, v<={1,2}, v.isdisjoint([2]))
i={1:2}.items(); print(i|{(3,4)}, i&[(1,2)], i-[(1,2)], (1,2) in i, (1,3) in i, [1,2] in i)
d={1:2}; d[2]=d; print(d, d.values(), d.items())
print({**{'a':1},**{'b':2}}, dict([('a',1)],b=2), dict({'x':1}.items()))
def g1(**kw): return kw
attempt(lambda: g1(**{'a':1},**{'a':2})); attempt(lambda: g1(**5)); attempt(lambda: g1(**{1:2})); attempt(lambda: {**5})
attempt(lambda: g1(**{'a':1}, **[1]))
for n in (0,1,5,6,10,11,21,22,43,100,1000):
    print(n, sys.getsizeof({i:i for i in range(n)}), sys.getsizeof({str(i):i for i in range(n)}), sys.getsizeof(dict.fromkeys(range(n))), sys.getsizeof(dict({i:i for i in range(n)})), sys.getsizeof({i:i for i in range(n)}.copy()), sys.getsizeof(dict.fromkeys('k%d'%i for i in range(n))), sys.getsizeof(dict((i,i) for i in range(n))), sys.getsizeof(dict(**{'k%d'%i:i for i in range(n)})), sys.getsizeof({}|{i:i for i in range(n)}))
d={i:i for i in range(100)}
for i in range(90): del d[i]
print(sys.getsizeof(d), sys.getsizeof(d.copy()), sys.getsizeof(dict(d)), sys.getsizeof({**d}))
e={1:1}; e.update(d); print(sys.getsizeof(e)); e={}; e.update(a=1,b=2); print(sys.getsizeof(e))
d=dict.fromkeys({1,2,3}); print(sys.getsizeof(d)); d=dict.fromkeys({'a':1,'b':2}); print(sys.getsizeof(d))
d={i:i for i in range(5)}; d.popitem(); d.popitem(); print(sys.getsizeof(d)); d[9]=9; print(sys.getsizeof(d)); d.clear(); print(sys.getsizeof(d))
d={}; print(d.setdefault('a',[]), d.setdefault('a',5), d)
class P:
    def keys(s): return ['x','y']
    def __getitem__(s,k): return k*2
print(dict(P()), {**P()}); d={}; d.update(P()); print(d)
class Q:
    def keys(s): return 5
attempt(lambda: dict(Q()))
print({}.keys()=={}.keys(), {1:1}.items()=={1:1}.items(), {1:[]}.items()=={1:[]}.items())
attempt(lambda: {1:[]}.items()&{(1,2)}); attempt(lambda: {1:[]}.items()|set())
print([k for k in {3:0,1:0,2:0}], {3:0,1:0}|{1:5,7:7})
d={1:1,2:2,3:3}; del d[2]; d[2]=9; print(d, d.popitem(), d)
print(type({}.keys().mapping), {1:2}.keys().mapping)
attempt(lambda: {}.keys().mapping.__setitem__)
d={'a':1,'b':2}
m=d.keys().mapping; d['c']=3; print(m)
