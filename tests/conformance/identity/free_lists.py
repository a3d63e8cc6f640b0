# Freed blocks and free lists: who gets whose address.
# modes: plain, stepped
def same(make):
    first = id(make())
    return id(make()) == first
print(same(list),same(dict),same(lambda:[]),same(lambda:{}),same(lambda:[1]),same(lambda:dict(a=1)),same(lambda:list("ab")),same(set),same(frozenset),same(lambda:float("1.5")),same(object))
a=[];i=id(a);del a
b=[];print(id(b)==i)
d={}; print(id(d)==i)
del b; e={}; print(id(e)==i); f=[]; print(id(f)==i)
class A: pass
x=A(); y=A(); ix=id(x); iy=id(y); del x
z=A(); print(id(z)==ix)
del y, z
p=A(); q=A(); print(id(p)==ix,id(q)==iy)
l=[A() for _ in range(5)]; ids=[id(o) for o in l]; l.clear()
m=[A() for _ in range(5)]; print([ids.index(id(o)) if id(o) in ids else -1 for o in m])
class B:
    def __init__(self): self.x=1
print(id(B())==id(B()))
t=(1,2,3,[]); it=id(t); t=None; t=(4,5,6,[]); print(id(t)==it)
s="x"*100; si=id(s); s="y"*100; print(id(s)==si); s=None; s="z"*100; print(id(s)==si)
def f(): return id(object())
print(f()==f())
for _ in range(3):
    o=A(); print(id(o)==id(o), end=' ')
print(repr(A())==repr(A()))
print(id(1000)==id(1000), id("a b")==id("a b"))
def g():
    a=A()
    return id(a)
print(g()==g())
print(len({id(A()) for i in range(100)}), len({id([]) for i in range(100)}),len({id(A) for i in range(100)}))
