# Messages, results and types of set and frozenset methods.
import sys
def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
class S(set): pass
class F(frozenset):
    def __init__(self,*a,**k): self.k=k
class K:
    def __init__(s,n): s.n=n
    def __hash__(s): return 3
    def __eq__(s,o):
        print('eq',s.n,getattr(o,'n',o)); return s.n==getattr(o,'n',None)
    def __repr__(s): return 'K%r'%s.n
cases='''set(1)
set(1,2)
set(a=1)
frozenset(1)
frozenset(1,2)
frozenset(a=1)
set.add()
set().add()
set().add(1,2)
set().add([])
set().remove(1)
set().remove([])
set().remove({1})
{frozenset([1])}.remove({1})
{frozenset([1])}.discard({1})
{1} in {frozenset([1])}
[] in {1}
set().pop()
set().pop(1)
set().discard()
set().discard([])
set().union(1)
set().union([1],(2,),{3:4})
{1,2}.union(a=1)
{1,2,3}.intersection([2,3],[3])
{1,2}.intersection(5)
{1,2}.intersection([[]])
{1,2}.difference([1],[5])
{1,2}.difference(5)
{1,2}.difference({1:2})
{1,2}.symmetric_difference([2,2,3])
{1,2}.symmetric_difference({2:1,3:1})
{1,2}.symmetric_difference()
{1,2}.issubset([1,2,3])
{1,2}.issubset(5)
{1,2}.issuperset([1])
{1,2}.issuperset([[]])
{1,2}.isdisjoint([3])
{1,2}.isdisjoint({1:1})
{1,2}.isdisjoint(5)
{1}|[1]
{1}&[1]
{1}-[1]
{1}^[1]
[1]|{1}
{1}<[1]
{1}<={1,2},{1}<{1},{1}>={1},{1}>set(),{1}=={1.0},{1}!={2}
{1}==frozenset([1]),frozenset([1])=={1}
hash({1})
hash(frozenset())
hash(frozenset([1,2,3]))
hash(frozenset(range(100)))
hash(frozenset([frozenset([1]),(1,2),None is None,1.5]))
type({1}|frozenset([2])),type(frozenset([2])|{1})
type(S([1])|{2}),type(S().copy()),type(F([1])|{2}),type(F().copy()),type(F([1]).union())
F([1],)
F([1],x=2).k
S(x=2)
repr(S([1])),repr(F([1])),repr(set()),repr(frozenset()),repr(S())
{1,2}.copy(1)
{1,2}.clear(1)
set().update(5)
set().update([1],5)
set.update()
set.__or__({1},[1])
set.__ior__({1},[1])
{1}.__sub__({1})
frozenset([1]).add
frozenset.__new__(frozenset,[1,1,2])
set.__new__(set,[1,2])
set[int]
frozenset[int,str]
iter({1,2}).__length_hint__()
iter({1,2}).__reduce__()[1]
{1,2}.__reduce__()
frozenset([1]).__reduce__()
S([1]).__reduce__()
{1,2}.__sizeof__()
sys.getsizeof(set()),sys.getsizeof(set(range(4))),sys.getsizeof(set(range(5))),sys.getsizeof(set(range(20))),sys.getsizeof(frozenset(range(100)))
sys.getsizeof(set(range(1000))),sys.getsizeof({i for i in range(1000)})
sys.getsizeof(S()),sys.getsizeof(F())
{K(1),K(2),K(1)}
K(1) in {K(2),K(1)}
len({1,1.0,True})
set('hello')==set('olleh')
{1}.__contains__(1),{1}.__contains__({1})
set.__contains__()
frozenset() is frozenset()
(lambda f: f.copy() is f)(frozenset([1]))
(lambda f: frozenset(f) is f)(frozenset([1]))
{1,2,3}.__init__([9])
(lambda s: (s.__init__([9]), s))({1,2,3})
set.__init__()
set(iterable=[1])
[*{3,1,2}], min({3,1,2}), sorted({3,1,2})
{1}.isdisjoint()
{1}.intersection_update(5)
{1}.difference_update([1],5)
{1}.symmetric_difference_update(5)
set().__xor__(5)
bool(set()),bool({0})
type(iter(set()))()
'''.strip().split('\n')
for c in cases: show(c)
s={1,2,3}
try:
    for x in s: s.add(x+10)
except RuntimeError as e: print(e)
it=iter(s)
next(it); s.add(99)
for _ in range(2):
    try: next(it)
    except RuntimeError as e: print(e)
s={1}; it=iter(s); print(list(it), list(it)); s.add(2)
print(list(it), it.__length_hint__())
s={1,2,3}; s|={4}; s&={1,4}; s^={4,5}; s-={5}; print(s)
try: s|=[1]
except TypeError as e: print(e)
s=set(); s.add((s.add,)); print(s.__len__())
class R(set):
    def __hash__(self): return id(self)
r=R(); r.add(r); print(r)
class E:
    def __init__(s,f): s.f=f
    def __hash__(s): return 1
    def __eq__(s,o): return s.f()
t={1}
e=E(lambda: (t.clear(), False)[1])
t.add(e); print(len(t))
t={1,E(lambda: False)}
print(E(lambda: t.update(range(100)) or False) in t, len(t))
big=set(range(200)); big.difference_update(range(0,190)); print(sorted(big), sys.getsizeof(big))
print(list({5,3,1}|{2,4}), list({1,2,3}-{2}), list({8,16,0}^{8,24}))
s=set(range(10))
print([s.pop() for _ in range(5)], s)
print({1,2,3}.intersection(iter([3,2,2,1,9])))
