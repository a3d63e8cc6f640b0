# modes: plain
# memoryview: items, slices, casts, comparison, release, locks.
import sys,gc,array
m=memoryview(b'abc')
print(memoryview.__basicsize__,memoryview.__itemsize__,sys.getsizeof(m))
r=gc.get_referents(m); print(type(r[0]).__name__, sys.getsizeof(r[0]), gc.get_referents(r[0]))
print(sys.getsizeof(memoryview(bytearray(8)).cast('B',[2,2,2])))
b=bytearray(b'abcdef'); a=sys.getrefcount(b); m=memoryview(b); m2=m[1:]; m3=memoryview(m); print(sys.getrefcount(b)-a, sys.getrefcount(m))
def t(f):
    try: print(repr(f()) if 'memory at' not in repr(f()) else 'MV')
    except BaseException as e: print(type(e).__name__, e)
t(lambda:memoryview()); t(lambda:memoryview(3)); t(lambda:memoryview('a')); t(lambda:memoryview(object=b'a')); t(lambda:memoryview(b'a',b'c')); t(lambda:memoryview(foo=3))
m=memoryview(b'abc')
def s(k,v): m[k]=v
def d(k): del m[k]
t(lambda:s(0,1)); m=memoryview(bytearray(b'abc')); t(lambda:s(0,300)); t(lambda:s(0,-1)); t(lambda:s(0,'a')); t(lambda:s(5,1)); t(lambda:s('a',1)); t(lambda:d(0)); t(lambda:s(slice(0,2),b'a')); t(lambda:s(slice(0,2),b'xy')); t(lambda:m.tobytes()); t(lambda:m['a']); t(lambda:m[5]); t(lambda:m[-4]); t(lambda:m[0,0]); t(lambda:m[...]); t(lambda:m[()]); t(lambda:s((),1)); t(lambda:s(slice(0,2),3)); t(lambda:s(0,1.5)); t(lambda:s(0,b'a')); t(lambda:s(0,None)); t(lambda: s(..., b'zzz')); t(lambda:s((0,),1)); t(lambda:m[0:2,0:1]);t(lambda:m[1.5]);t(lambda:m[1<<70])
t(lambda:m.release()); t(lambda:m.tobytes()); t(lambda:m[0]); t(lambda:len(m)); t(lambda:repr(m)[:20]); t(lambda:m.obj); t(lambda:m.release()); t(lambda:m.readonly); t(lambda:m==m);t(lambda:hash(m)); t(lambda:list(m))
b=bytearray(b'abc'); m=memoryview(b); t(lambda:b.append(1)); m.release(); t(lambda:b.append(1))
m=memoryview(b'abc'); t(lambda:hash(m)==hash(b'abc')); t(lambda:hash(memoryview(bytearray(b'a')))); t(lambda:hash(memoryview(array.array('i',[1]))));t(lambda:hash(memoryview(array.array('i',[1])).toreadonly()))
m=memoryview(bytearray(range(24)))
t(lambda:m.cast('I').tolist()); t(lambda:m.cast('I',[2,3]).tolist()); t(lambda:m.cast('I',[2,3]).shape); t(lambda:m.cast('q',(1,3)).strides); t(lambda:m[1:].cast('I')); t(lambda:m.cast('z')); t(lambda:m.cast('II')); t(lambda:m.cast('<I')); t(lambda:m.cast('@I').format); t(lambda:m.cast('I').cast('H')); t(lambda:m.cast('I').cast('B').nbytes); t(lambda:m[::2].cast('H')); t(lambda:m.cast('I',[2,4])); t(lambda:m.cast('B',3)); t(lambda:m.cast('B',[])); t(lambda:m.cast('B',[-1])); t(lambda:m.cast('B',['a'])); t(lambda:m.cast('B',[2]*65)); t(lambda:m.cast(3)); t(lambda:m.cast()); t(lambda:m.cast('c')[0]); t(lambda:m.cast('?')[1]); t(lambda:m.cast('d')[0]); t(lambda:m.cast('e')[0]);t(lambda:m.cast('f')[0]); t(lambda:m.cast('P')[0]); t(lambda:m.cast('n')[0])
x=m.cast('I',[2,3]); t(lambda:x[0]); t(lambda:x[0,1]); t(lambda:x[1,2]); t(lambda:x[2,0]); t(lambda:x[0,3]); t(lambda:x[0:1]); t(lambda:x[0:1].shape); t(lambda:x[0,0,0]); t(lambda:list(x)); t(lambda:len(x)); t(lambda:x.nbytes); t(lambda:x.tobytes()==m.tobytes()); t(lambda:x[0:1,0:1]); t(lambda: x==x); t(lambda:x.tolist()); t(lambda:x.contiguous); t(lambda:x.f_contiguous); t(lambda:x.suboffsets); t(lambda:x.ndim)
z=memoryview(bytearray(b'\1\0\0\0')).cast('I',[]) ; t(lambda:z.tolist()); t(lambda:z[()]); t(lambda:z[0]); t(lambda:len(z)); t(lambda:z.shape); t(lambda: list(z)); t(lambda:z.ndim); t(lambda:z[...])
t(lambda:m[::-1].tolist()); t(lambda:m[::2].tobytes()); t(lambda:m[::-2].contiguous); t(lambda:m[2:2].tolist()); t(lambda:m.hex()); t(lambda:m.hex(':',4)); t(lambda:m.hex(1)); t(lambda:m.tobytes('X')); t(lambda:m.tobytes(order='F')); t(lambda:m.tobytes(None)); t(lambda:m.toreadonly().readonly); t(lambda:m<m); t(lambda:m==b'a'); t(lambda:m==3); t(lambda:m==bytearray(range(24))); t(lambda: 5 in m); t(lambda:m.index(1)); t(lambda:m.count(1)); t(lambda:m+m); t(lambda: list(reversed(m))[:3])
with memoryview(b'abc') as q: pass
t(lambda:q[0]); t(lambda:q.__enter__()); t(lambda:type(iter(m)).__name__); t(lambda: m.obj); t(lambda:m.__class_getitem__);  t(lambda:type('q',(memoryview,),{}))
a=array.array('i',[1,2,3]); m=memoryview(a); t(lambda:m.format); t(lambda:m[1]); t(lambda:s(1,1<<40)); t(lambda:a.append(3)); t(lambda:m.tolist()); t(lambda:s(slice(0,1),b'abcd')); t(lambda:m==a); t(lambda:m==memoryview(array.array('q',[1,2,3]))); t(lambda:m.cast('B')==memoryview(bytes(a)))
m=memoryview(bytearray(8)).cast('f'); t(lambda:s(0,'a')); t(lambda:s(0,1e300)); m=memoryview(bytearray(8)).cast('c'); t(lambda:s(0,1)); t(lambda:s(0,b'ab')); m=memoryview(bytearray(8)).cast('?'); t(lambda:s(0,[])); t(lambda:m[0]); m=memoryview(bytearray(8)).cast('q'); t(lambda:s(0,1<<63)); t(lambda:s(0,-1<<63)); m=memoryview(bytearray(8)).cast('Q'); t(lambda:s(0,1<<64)); t(lambda:s(0,-1)); t(lambda:s(0,1<<90)); m=memoryview(bytearray(8)).cast('b'); t(lambda:s(0,128)); m=memoryview(bytearray(8)).cast('e'); t(lambda:s(0,1e10)); t(lambda:s(0,1.5)); t(lambda:m[0]); m=memoryview(bytearray(8)).cast('P'); t(lambda:s(0,5)); t(lambda:s(0,1<<64));t(lambda:s(0,-1));t(lambda:m[0])
m=memoryview(b'abc'); n=m[:]; m.release(); t(lambda:n.tobytes()); 
b=bytearray(5); m=memoryview(b)
e=memoryview(m); m.release(); t(lambda:e.release()); t(lambda:b.append(2))
class W:
    def __buffer__(self,flags): return memoryview(b'hello')
    def __release_buffer__(self,b): print('rel')
t(lambda:bytes(memoryview(b'abc'))); t(lambda:bytes(memoryview(b'abcdef')[::2])); t(lambda:b''.join([memoryview(b'ab'),b'c'])); t(lambda:bytearray(memoryview(b'abc')[1:])); t(lambda:b'abc'+memoryview(b'd')); t(lambda: memoryview(b'ab') in [b'ab']); t(lambda:int.from_bytes(memoryview(b'\1\0'),'little'))
