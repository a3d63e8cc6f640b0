# modes: plain
# array: every typecode and method, growth and sizes.
import sys,array,gc
A=array.array
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
print(A.__basicsize__,sys.getsizeof(A('i')),sys.getsizeof(A('i',[1])), gc.is_tracked(A('i')))
a=A('i'); l=[]
for i in range(100): a.append(i); l.append(sys.getsizeof(a))
print(l)
l=[]
while a: a.pop(); l.append(sys.getsizeof(a))
print(l)
print(sys.getsizeof(A('i',range(10))),sys.getsizeof(A('i',[1]*10)),sys.getsizeof(A('i',(1,)*10)), sys.getsizeof(A('i',A('i',[1]*10))), sys.getsizeof(A('i',b'abcd'*10)),sys.getsizeof(A('u','abc')), sys.getsizeof(A('i',[1,2,3])*4), sys.getsizeof(A('i',[1,2,3])[1:]))
a=A('i',range(10)); del a[2:4]; print(sys.getsizeof(a)); a.extend([1,2,3]); print(sys.getsizeof(a)); a*=3; print(sys.getsizeof(a)); a+=A('i',[1]); print(sys.getsizeof(a)); a.frombytes(b'abcd'*20);print(sys.getsizeof(a)); a.fromlist([1,2,3]);print(sys.getsizeof(a)); a.insert(0,4);print(sys.getsizeof(a)); a[3:5]=A('i',[1]*30);print(sys.getsizeof(a)); print(a)
t(lambda:array.typecodes); t(lambda:A()); t(lambda:A('z')); t(lambda:A(1)); t(lambda:A('ii')); t(lambda:A('i',3)); t(lambda:A('i','abc')); t(lambda:A('i',['a'])); t(lambda:A('i',[1.5])); t(lambda:A('u',['a'])); t(lambda:A('u','abc')); t(lambda:A('u',[1])); t(lambda:A('u',['ab'])); t(lambda:A('d',['a'])); t(lambda:A('f',[1e300])); t(lambda:A('b',[200])); t(lambda:A('b',[-200]));t(lambda:A('b',[1<<70])); t(lambda:A('B',[300])); t(lambda:A('B',[-1])); t(lambda:A('h',[1<<20])); t(lambda:A('H',[1<<20])); t(lambda:A('H',[-1])); t(lambda:A('i',[1<<40])); t(lambda:A('i',[1<<70])); t(lambda:A('I',[1<<40])); t(lambda:A('I',[-1])); t(lambda:A('I',[1<<70])); t(lambda:A('l',[1<<70])); t(lambda:A('L',[1<<70])); t(lambda:A('L',[-1])); t(lambda:A('q',[1<<70])); t(lambda:A('Q',[1<<70])); t(lambda:A('Q',[-1])); t(lambda:A('i',b'abc')); t(lambda:A('i',b'abcd')); t(lambda:A('i',bytearray(b'abcd'))); t(lambda:A('i',A('d',[1.0]))); t(lambda:A('i',A('b',[1]))); t(lambda:A('u',A('i'))); t(lambda:A('i',A('u','a'))); t(lambda:A('i',[],3)); t(lambda:A('i',x=3)); t(lambda:A('i',None)); t(lambda:A('d','a'))
a=A('i',[1,2,3])
def s(k,v): a[k]=v
def d(k): del a[k]
t(lambda:a[5]); t(lambda:a['x']); t(lambda:s(0,'a')); t(lambda:s(9,1)); t(lambda:s('x',1)); t(lambda:s(slice(0,1),[1])); t(lambda:s(slice(0,1),A('d'))); t(lambda:s(slice(None,None,2),A('i',[1]))); t(lambda:d(9)); t(lambda:d('x')); t(lambda:a.index(9)); t(lambda:a.index(2,5)); t(lambda:a.remove(9)); t(lambda:a.pop(9)); t(lambda:A('i').pop()); t(lambda:a+[1]); t(lambda:a+A('d')); t(lambda:a*'x'); t(lambda:a.extend(A('d',[1.0]))); t(lambda:a.extend(3)); t(lambda:a.fromlist(3)); t(lambda:a.fromlist([1,'a'])); t(lambda:a); t(lambda:a.frombytes(b'abc')); t(lambda:a.frombytes('abc')); t(lambda:a.tounicode()); t(lambda:a.fromunicode('a')); t(lambda:A('u').fromunicode(3)); t(lambda:A('u','ab').tounicode()); t(lambda:a.buffer_info()[1]); t(lambda:a.byteswap()); t(lambda:a.tobytes()); t(lambda:A('d',[1]).byteswap()); t(lambda:a.__reduce_ex__(2)); t(lambda:a.__reduce_ex__(3)[0]); t(lambda:a.__reduce_ex__('a')); t(lambda:a.__copy__()); t(lambda:a.__deepcopy__({})); t(lambda:a.typecode); t(lambda:a.itemsize); t(lambda:hash(a)); t(lambda:a==A('i',[1])); t(lambda:A('i',[1])==A('d',[1.0])); t(lambda:a<A('i',[1])); t(lambda:a==[1]); t(lambda:a<[1]); t(lambda:a.count(1)); t(lambda:1 in a); t(lambda:a.reverse()); t(lambda:a.insert(9,1)); t(lambda:a.insert(-100,1)); t(lambda:a); t(lambda:a.insert('x',1)); t(lambda:a.append('x')); t(lambda:a.append()); t(lambda:type(iter(a))); t(lambda:iter(a).__reduce__()); t(lambda:A('i')); t(lambda:A('u','é\n')); t(lambda:A('d',[1,float('nan')])); t(lambda:A('f',[1.1])); t(lambda:A.__class_getitem__(int)); t(lambda:a.tofile(3)); t(lambda:a.fromfile(3,1)); t(lambda:A('i',[1]).__mul__(-1)); t(lambda:a[::-1]); t(lambda:a[1:3]); t(lambda:a.tolist()); t(lambda:array.ArrayType); t(lambda:array.array.__module__); t(lambda:setattr(a,'x',1)); t(lambda:a.foo)
class S(A): pass
s1=S('i',[1,2]); t(lambda:s1); s1.x=3; t(lambda:s1.__reduce_ex__(2)); t(lambda:type(s1[:1])); t(lambda:type(s1+s1)); t(lambda:S('i',x=3)); t(lambda:S('i',[1],x=3)); t(lambda:type(s1*2)); t(lambda: type(s1.__copy__()))
class F:
    def __iter__(s): raise ValueError(3)
    def __float__(s): return 1.5
    def __index__(s): return 7
t(lambda:A('i',F())); t(lambda:A('d',[F()])); t(lambda:A('i',[F()])); t(lambda:A('i',[True,None])); t(lambda:A('f',[1<<2000]));t(lambda:A('Q',[F()])); t(lambda:A('Q',['a'])); t(lambda:A('L',[1.5])); t(lambda:A('I',['a'])); t(lambda:A('q',['a'])); t(lambda:A('H',['a'])); t(lambda:A('i',{1:2})); t(lambda:array._array_reconstructor(A,'i',0,b'\1\0\0\0\2\0\0\0') ); t(lambda:array._array_reconstructor(A,'i',8,b'\1\0\0\0\2\0\0\0')); t(lambda:array._array_reconstructor(A,'i',9,b'\1\0\0\0\2\0\0\0')); t(lambda:array._array_reconstructor(A,'i',88,b''));t(lambda:array._array_reconstructor(A,'u',18,b'a\0b\0'))
a=A('i',range(10)); d(slice(None,None,3)); print(a); s(slice(None,None,2),A('i',[0,0,0])); print(a); s(slice(2,2),a); print(a); d(slice(None,None,-2)); print(a); a*=2; print(a); a*=0; print(a); print(list(A('d',[1.5,2])), sorted(A('i',[3,1,2])), A('b',b'abc')*2, sum(A('d',[.1]*10)), max(A('H',[5,65535])))
m=memoryview(A('d',[1,2])); print(m[1],m.format,m.itemsize); m[0]=5; print(m.obj); m=None
for c in array.typecodes: print(c,A(c).itemsize,A(c) if c=='u' else A(c,[1,2]).tobytes())
a=A('i',[1,2,3,2]); print(a.index(2),a.index(2,2),a.count(2),a.pop(),a.pop(0),a); a.remove(2); print(a); print(A('i',[1,2])<A('i',[1,3]),A('i',[1,2])<A('i',[1,2,3]),A('i',[])==A('d',[]))
