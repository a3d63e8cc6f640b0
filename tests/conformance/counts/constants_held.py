# What the parser and the code objects hold of the constants of a program.
import sys
rc=sys.getrefcount
a='two words'
print(rc(a), rc('two words'))
def f(): return rc('two words')
print(rc(a), f())
b=('x','x')
print(rc(b))
def g(): return rc(('x','x'))
print(rc(b), g())
c=(1000,'y z')
print(rc(c),rc(c[0]),rc(c[1]))
d={1000:1,'y z':2}
print(rc(c),rc(c[0]),rc(c[1]))
def h(x=1000,y='y z'): return rc(x),rc(y),rc(h.__defaults__)
print(h())
e=('q','q')*2
print(rc(e))
e2=('name',)*2
n=(('name',)*2,)*1
print(rc(e2),rc(n),rc(n[0]))
i=1000*1000
print(rc(i))
def j(): return rc(1000000)
print(rc(i),j())
k='a b'+'c'
print(rc(k), rc('a bc'))
for x in [1.5,2.5,3.5]: print(rc(x))
for x in (1.5,2.5,3.5): print(rc(x))
l=[1.5,2.5,3.5,4.5]
print([rc(x) for x in l])
m={1.5,2.5,3.5,9.5}
print(sorted([(x,rc(x)) for x in m]))
def lam(): return [rc(x) for x in (1.5,2.5,3.5,7.5)]
print(lam())
print(rc(-1000), rc(-5.5), rc(not 1), rc(1000+1))
f2=lambda: (1.25,1.25)
print(rc(f2()), rc(f2()[0]))
s="x y"; t="x y"
print(rc(s), s is t)
u=b'ab c'; v=b'ab c'
print(rc(u))
w=1j; w2=1j
print(rc(w))
x=(1000,(2000,3000)); y=2000
print(rc(x),rc(x[0]),rc(x[1]),rc(x[1][0]),rc(y))
print(rc(frozenset) and 1, 1 if 'p' in {'p q','r'} else 0)
z=...; print(rc(10**3), rc(2**40), rc('a'*3), rc('a b'*3))
def deco(a='two words', *, b='two words'): return rc(a),rc(b)
print(deco())
