# The sizes of types and of their instances.
import sys
class A: pass
class S: __slots__=('a','b')
class E: __slots__=()
class L(list): pass
class I(int): pass
class T(tuple): pass
class X(Exception): pass
class M(type): pass
class MM(metaclass=M): pass
class D(dict): pass
class SS(str): pass
class B(A): pass
class BS(A): __slots__=('q',)
class W: __slots__=('__dict__',)
class By(bytes): pass
for t in (A,S,E,L,I,T,X,M,MM,D,SS,B,BS,W,By,int,type,object,list,Exception): print(t.__name__, sys.getsizeof(t), t.__basicsize__)
for t in (A,L,I,T,X,D,SS,B,BS,W,By):
    x=t(); n=sys.getsizeof(x); print(t.__name__,n)
a=A(); a.x=1; print(sys.getsizeof(A)); 
for i in range(40): setattr(a,'k%d'%i,1)
print(sys.getsizeof(A),sys.getsizeof(a.__dict__))
