import _weakref as weakref, gc
log = []
class A:
    def __init__(self, n): self.n = n
    def __del__(self): log.append([self.n, str(self.n)])
class R:
    def __del__(self): kept.append(self)
kept = []
class X:
    def __del__(self): raise ValueError(1000)
def cb(r): log.append((r, 2000))
a = A(1000); w = weakref.ref(a, cb); p = weakref.proxy(a); p.n; del a
A(2000); R(); X()
b = A(1); b.me = b; del b; gc.collect()
c = A(5); ws = [weakref.ref(c, cb) for i in range(3)]; wk = weakref.ref(c); wk() is c; weakref.getweakrefs(c); hash(wk) if 0 else 0; del c
class G:
    def __del__(self): self.x = [i * 1000 for i in range(3)]; log.extend(self.x)
x = [G(), G()]; x = None
def gen():
    try: yield 1
    finally: log.append(3000)
g = gen(); next(g); del g
print(len(log), len(kept))
