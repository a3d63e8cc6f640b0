class C:
    def __init__(self, v): self.v = v
    def __enter__(self): return [self.v]
    def __exit__(self, t, v, tb): return t is ValueError
with C(1000) as a, C(2000) as b: a, b
with C(1): raise ValueError(3000)
try:
    with C(1): raise KeyError(1000)
except KeyError: pass
def f():
    with C(5000) as x: return x
f()
for i in range(3):
    with C(i):
        if i: break
with open(__file__) if 0 else C(1) as q: q
