from _collections import OrderedDict, defaultdict, _tuplegetter, _count_elements
import sys

def t(f, *a, **k):
    try: print(f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)
# OrderedDict
o=OrderedDict([('a',1),('b',2),('c',3)]); print(o, list(o), list(o.items()), o.keys(), o.values(), o.items())
o.move_to_end('a'); print(o); o.move_to_end('c',last=False); print(o, list(reversed(o)), list(reversed(o.items())), list(reversed(o.values()))); t(o.move_to_end,'zz'); print(o.popitem(), o.popitem(last=False), o); t(OrderedDict().popitem); t(o.pop,'zz'); print(o.pop('zz',5)); t(o.pop); t(o.pop,1,2,3)
o['x']=1; o['y']=2; o['b']=7; print(o); del o['b']; o['b']=1; print(o); t(o.__delitem__,'q'); print(o==OrderedDict([('x',1),('y',2),('b',1)]), o==OrderedDict([('y',2),('x',1),('b',1)]), o=={'b':1,'x':1,'y':2}, o!={'b':1}, o!=OrderedDict(o))
print(o.setdefault('n',4), o.setdefault('x',9), o.setdefault('m')); print(o, o.copy(), OrderedDict.fromkeys('abc',0)); print(o|{'zz':1}, {'zz':1}|o, type({}|o)); o|={'q':1}; print(o); t(lambda: o|3); t(OrderedDict,1,2); t(OrderedDict,3); print(OrderedDict(a=1,b=2), OrderedDict({'k':1},b=2)); o.update(z=1); o.update([('y',5)]); t(o.update,1,2); print(o); t(lambda: o<o); t(hash,o)
print(o.__reduce__()[:3]); o.attr=3; print(o.__dict__, o.__reduce__()[2])
it=iter(o); next(it); o['new']=1; t(next,it); it=iter(o); next(it); o.move_to_end('x'); t(list,it)
for n in (0,1,2,5,6,10,11,20,21,22,43,100,1000): 
    o=OrderedDict.fromkeys(range(n)); p=OrderedDict((str(i),i) for i in range(n)); q=dict(p); print(n, sys.getsizeof(o), sys.getsizeof(p), sys.getsizeof(q), p.__sizeof__())
o.clear(); print(o, sys.getsizeof(o)); o[1]=1; print(o, sys.getsizeof(o))
class OD(OrderedDict):
    def __setitem__(s,k,v): print('set',k); super().__setitem__(k,v)
    def __delitem__(s,k): print('del',k); super().__delitem__(k)
    def __getitem__(s,k): print('get',k); return super().__getitem__(k)
o=OD(a=1,b=2); o.update(c=3); print(o.pop('a'), o.popitem(), o, o.setdefault('zz',1), o.get('b'), o.copy(), OD.fromkeys('x')); o.clear(); print(o)
class OM(OrderedDict):
    def __missing__(s,k): return ('miss',k)
print(OM()['q'], OM().setdefault('q',3)); t(OM().pop,'q')
o=OrderedDict(); o['self']=o; print(o); k=o.keys(); print(type(k), type(iter(k)), 'self' in k, len(k), k&{'self'}, k.mapping if hasattr(k,'mapping') else 0); print(len(OrderedDict(a=1).items()|{1}), sys.getsizeof(k), sys.getsizeof(iter(k)))
x=object(); y=OrderedDict(); y[x]=1; print(sys.getrefcount(x)); y.move_to_end(x); print(sys.getrefcount(x)); y.clear(); print(sys.getrefcount(x))
class X:
    def __init__(s,n): s.n=n
    def __del__(s): print('del',s.n, end=' ')
o=OrderedDict((i,X(i)) for i in range(4)); o.move_to_end(0); o.clear(); print(); o=OrderedDict((i,X(i)) for i in range(4)); o.move_to_end(0); del o; print()
print(sys.getsizeof(OD()), [k for k in dir(OrderedDict) if k[0]!='_'])
for k in OrderedDict(a=1): print(k)
print(list(iter(OrderedDict(a=1,b=2).items())), iter(OrderedDict(a=1)).__reduce__())
print(dict(OrderedDict(b=1,a=2)), {**OrderedDict(b=1)}, OrderedDict(OrderedDict(z=1,a=2)), OrderedDict(b=1)==OrderedDict(b=1.0))
