from _collections import OrderedDict, defaultdict, _tuplegetter, _count_elements
import sys

def t(f, *a, **k):
    try: print(f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)
d=defaultdict(list); d['a'].append(1); print(d, d['b'], len(d), d.default_factory); t(lambda: defaultdict()['x']); t(defaultdict,1); t(defaultdict,1,2)
t(d.__missing__,'q'); print(d); t(defaultdict(None).__missing__,'q'); print(d.copy(), type(d.copy()), d.__reduce__()[:4], d|{'z':1}, {'z':1}|d, type({}|d)); d|={'k':[3]}; print(d)
print(sys.getsizeof(defaultdict()), sys.getsizeof(defaultdict(int,a=1)), sys.getsizeof({'a':1})); d.default_factory=int; print(d['new'], d.default_factory); d.default_factory=None; t(lambda:d['new2']); t(setattr,d,'default_factory',3); print(d.default_factory); del d.default_factory; print(d.default_factory)
d=defaultdict(lambda: d); d['x']; print(d['x'] is d); 
d=defaultdict(); d.default_factory=d.__getitem__; 
class DD(defaultdict): pass
print(DD(int,{1:2}), DD(int).__class__, repr(DD(list)), DD(int,x=1).copy(), defaultdict(int)=={}); t(defaultdict.fromkeys,'ab'); t(lambda:d|3)
# recursion
d=defaultdict(list); d['a']=d; print(d)
class F(dict):
    pass
