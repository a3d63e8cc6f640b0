# itertools: what is used again, in which order things are asked, and who holds what.
# modes: plain
from itertools import *
import sys
def ids(it): return len({id(x) for x in it})
c=combinations('abcd',2); a=next(c); b=next(c); print(a is b, a, b)
c=combinations('abcd',2); x=id(next(c)); print(x==id(next(c)))
z=zip_longest([1,2],[3]); a=next(z); print(a, next(z), a)
p=product([1,2],repeat=2); print(next(p), next(p), list(p))
for k,g in groupby([1,1,2,2,3]):
    pass
gs=[(k,g) for k,g in groupby('aab')]; print([(k,list(g)) for k,g in gs])
g=groupby('aabbc'); k,g1=next(g); print(next(g1)); k2,g2=next(g); print(list(g1), list(g2), list(g))
def noisy(n):
    for i in range(n):
        print('read',i); yield i
a,b=tee(noisy(3)); print(next(a),next(a),next(b),list(a),list(b))
a,b,c=tee('xyz',3); print(list(a),list(c),list(b)); d=next(iter(tee(a))); print(list(d))
t=tee([1,2,3])[0]; next(t); u=t.__copy__(); print(list(t),list(u))
it=iter([1,2,3]); 
def re():
    yield next(tt[0])
tt=tee(re())
try: next(tt[0])
except Exception as e: print(type(e).__name__, e)
big=tee(range(200)); print(sum(big[0]), sum(big[1]))
print(list(chain.from_iterable(x*2 for x in 'ab')), list(islice(cycle('ab'),5)), list(islice(count(5,5),3)), list(takewhile(str.isalpha,'ab1c')))
print(list(accumulate([[1],[2],[3]])), list(accumulate('abc')))
print(list(islice(chain('ab',noisy(2)),3)))
it=iter(range(10)); print(list(islice(it,2,5)), next(it)); it=iter(range(10)); print(list(islice(it,1,8,3)), next(it))
it=iter(range(3)); print(list(batched(it,2)), list(pairwise(it)))
o=object(); n=sys.getrefcount(o)
r=repeat(o,3); print(sys.getrefcount(o)-n); l=list(r); print(sys.getrefcount(o)-n); del r,l; print(sys.getrefcount(o)-n)
for f in (lambda: cycle([o]), lambda: chain([o]), lambda: product([o],repeat=2), lambda: combinations([o,o],1), lambda: permutations([o]), lambda: zip_longest([o]), lambda: tee([o]), lambda: accumulate([o]), lambda: groupby([o]), lambda: islice([o],1), lambda: pairwise([o,o]), lambda: batched([o,o],2), lambda: starmap(print,[]), lambda: compress([o],[1]), lambda: dropwhile(lambda x: 0,[o]), lambda: filterfalse(lambda x: 0,[o]), lambda: count(1), lambda: combinations_with_replacement([o],2)):
    x=f(); 
    y=next(iter(x),None); print(type(x).__name__, sys.getrefcount(o)-n, sys.getsizeof(x)); del x,y
    assert sys.getrefcount(o)==n
class Boom:
    def __iter__(s): return s
    def __next__(s): raise ValueError('boom')
for f in (chain,cycle,pairwise,lambda x: batched(x,2),accumulate,groupby,lambda x: islice(x,3),lambda x: zip_longest(x,[1]),lambda x: starmap(print,x),lambda x: compress([1],x),lambda x: takewhile(bool,x),lambda x: tee(x)[0],lambda x: product(x), lambda x: combinations(x,1)):
    for _ in range(2):
        try: print(next(f(Boom())))
        except Exception as e: print(type(e).__name__, e)
import gc

for mk in (lambda: chain(), lambda: cycle([]), lambda: groupby([])):
    l=[]; it=chain(l); l.append(it); del l,it
print(gc.collect()>0)
e=iter([]); print(next(pairwise(e),'none'), next(islice(e,5),'none'), list(zip_longest(e,e)))
print(list(starmap(lambda *a: a, ['ab',(1,2),[3]])), list(filterfalse(None,[0,1,[],5])), list(compress('abcdef',[1,0,1])))
print([len(list(permutations(range(4),r))) for r in range(6)], [len(list(combinations(range(5),r))) for r in range(7)], [len(list(combinations_with_replacement(range(3),r))) for r in range(4)])
print(list(permutations('abc')), list(product(range(2),'ab',[None])))
def sub():
    class C(count): pass
    class Ch(chain):
        def __init__(self,*a,**k): self.k=k
    print(C(3), repr(C(2,3)), Ch('a',x=1).k, list(Ch('ab')))
sub()
print(list(accumulate([1,2,3],lambda a,b: a*b,initial=10)), list(accumulate([],initial=1)))
x=count(2**53-2); print([next(x) for _ in range(4)]); x=count(2**63-2); print([next(x) for _ in range(3)], x)
x=count(1.5,0.5); print(next(x),next(x),x); print(next(count(True)), count(True), count(1,True))
