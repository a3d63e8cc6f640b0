from _collections import deque
import sys
def t(f,*a,**k):
    try: print(f(*a,**k))
    except BaseException as e: print(type(e).__name__, e)
d=deque([1,2,3])
t(d.__getitem__, 5); t(lambda: d['a']); t(lambda: d[1:2]); t(d.index,9); t(d.index,2,5,6); t(d.remove, 9); t(d.insert,'x',1); t(d.rotate,'x'); t(d.rotate,1,2)
t(d.pop,1); t(deque().pop); t(deque().popleft); t(deque,[],-1); t(deque,[],'a'); t(deque,1); t(deque,[],1,2); t(deque,foo=1); t(deque,[],maxlen=2**70)
t(lambda: d+[1]); t(lambda: d*'a'); t(lambda: [1]+d); t(hash,d); t(lambda: d<[1]); t(d.__delitem__,9); t(d.__setitem__,9,1)
t(lambda: deque([1],maxlen=1).insert(0,2)); t(d.append); t(d.extend,1); t(lambda: deque('ab')<deque('b')); t(lambda: d==deque([1,2,3]))
d=deque('abc',maxlen=5); print(d, repr(deque(maxlen=0)), d.__reduce__(), d.maxlen); t(setattr,d,'maxlen',3); t(delattr,d,'maxlen')
d=deque(); d.append(d); print(d)
it=iter(deque('abc')); print(next(it), it.__length_hint__(), it.__reduce__())
d=deque('abc'); it=iter(d); next(it); d.append(1); t(next,it); t(next,it); t(list,it)
it=reversed(d); print(next(it), it.__reduce__()); t(type(it),d,2); t(type(it),[1]); t(next,type(it)(d,2)); t(type(iter(d)),d,-1); t(type(iter(d)),d,9)
d=deque(range(5)); d.rotate(2); print(d); d.rotate(-7); print(d); d*=2; print(d, d*0, 3*deque([1],maxlen=2), deque([1,2,3],maxlen=4)*3)
d.insert(3,'x'); d.insert(-2,'y'); d.insert(100,'z'); d.insert(-100,'w'); print(d); del d[3]; d[2]=77; d.reverse(); print(d, d.count(1), 77 in d, d.copy(), d.index(77))
d.extendleft('pq'); d.extend(d); print(d, len(d)); d.extendleft(deque('u')); d+=[1]; print(d)
for n in (0,1,30,31,32,33,63,64,65,100,1000): 
    d=deque(range(n)); e=deque()
    for i in range(n): e.appendleft(i)
    f=deque()
    for i in range(n): f.append(i)
    g=deque(f); 
    for i in range(n//2): g.popleft()
    f.rotate(7)
    f.insert(n//2,3)
    print(n,sys.getsizeof(d),sys.getsizeof(e),sys.getsizeof(f),sys.getsizeof(g), d.__sizeof__(), sys.getsizeof(d.copy()), sys.getsizeof(d+e))
    while d: d.pop()
    print(sys.getsizeof(d)); d.clear(); print(sys.getsizeof(d))
class D(deque):
    def __init__(self,*a,**k): super().__init__(*a,**k); self.z=1
d=D('ab',3); print(d, d.copy(), type(d.copy()), d.__reduce__(), sys.getsizeof(d), d.__dict__, d+d, type(d+d), type(d*2))
class Bad:
    def __eq__(self,o): dd.clear(); return False
dd=deque([Bad(),1]); t(dd.index,3); dd=deque([Bad(),1]); t(dd.count,3); dd=deque([Bad(),1]);t(dd.remove,3); dd=deque([Bad(),1]); t(lambda: 3 in dd)
print([k for k in dir(deque) if k[0]!='_'], deque[int], bool(deque()), sys.getsizeof(iter(d)))

match deque([1,2]):
    case [a,b]: print('m',a,b)
t(deque.append,1,2); t(d.popleft,1); t(d.reverse,1); t(d.extendleft,3); t(d.__init__,'abc',maxlen=None); print(d); t(deque.__new__, int)
o=object(); d=deque([o]); print(sys.getrefcount(o)); d.append(o); d.rotate(1); print(sys.getrefcount(o)); d.clear(); print(sys.getrefcount(o))
class X:
    def __init__(s,n): s.n=n
    def __del__(s): print('del',s.n, end=' ')
d=deque([X(1),X(2),X(3)]); d.clear(); d=deque([X(1),X(2),X(3)]); del d; d=deque((X(i) for i in range(4)),maxlen=2); d.extendleft([X(9)]); d=None; print()
