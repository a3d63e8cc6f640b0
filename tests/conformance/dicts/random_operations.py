# Sizes, entries and order of dicts after long runs of random operations.
import sys
seed=12345
def rnd(n):
    global seed
    seed=(seed*1103515245+12345)&0x7fffffff
    return (seed>>8)%n
out=[]
def key(kind):
    n=rnd(30)
    return ('k%d'%n) if kind==0 or (kind==2 and rnd(2)) else n
h=0
for prog in range(40):
    ds=[{},{},{}]; kind=prog%3
    for step in range(60):
        a=rnd(3); b=rnd(3); op=rnd(20); d=ds[a]
        if op<8: d[key(kind)]=step
        elif op<11: d.pop(key(kind),None)
        elif op==11 and d: d.popitem()
        elif op==12: d.update(ds[b])
        elif op==13: ds[a]=ds[b].copy()
        elif op==14: ds[a]=ds[a]|ds[b]
        elif op==15: ds[a]=dict.fromkeys(ds[b],step)
        elif op==16: d.setdefault(key(kind),step)
        elif op==17: ds[a]={**ds[b]}
        elif op==18: ds[a]=dict(ds[b])
        elif op==19 and rnd(4)==0: d.clear()
        d=ds[a]
        line=(op,sys.getsizeof(d),list(d.items()),list(reversed(d)))
        s=repr(line)
        for c in s: h=(h*31+ord(c))%1000000007
    print(prog,h,sys.getsizeof(d))
