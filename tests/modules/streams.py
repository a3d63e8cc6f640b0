# modes: plain
# _io: streams in memory, files, buffers, text, streams written in Python.
import _io, sys
io=_io
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
S=io.StringIO;B=io.BytesIO
s=S(); t(lambda:s.write('abc\ndef')); t(lambda:s.getvalue()); t(lambda:s.read()); t(lambda:s.seek(0)); t(lambda:s.readline()); t(lambda:s.tell()); t(lambda:s.read(2)); t(lambda:list(s)); t(lambda:s.seek(1)); t(lambda:s.write('XX')); t(lambda:s.getvalue()); t(lambda:s.truncate(3)); t(lambda:s.getvalue()); t(lambda:s.seek(10)); t(lambda:s.write('q')); t(lambda:s.getvalue()); t(lambda:s.seek(0,2)); t(lambda:s.seek(1,1)); t(lambda:s.seek(-1)); t(lambda:s.seek(0,5)); t(lambda:s.write(3)); t(lambda:s.truncate(-1)); t(lambda:s.truncate('a')); t(lambda:s.read('a')); t(lambda:s.newlines); t(lambda:s.line_buffering); t(lambda:s.encoding); t(lambda:s.errors); t(lambda:s.readable()); t(lambda:s.isatty()); t(lambda:s.fileno()); t(lambda:s.close()); t(lambda:s.closed); t(lambda:s.write('a')); t(lambda:s.getvalue()); t(lambda:s.readline()); t(lambda:s.__enter__()); t(lambda:next(s))
t(lambda:S(3)); t(lambda:S('a',newline='x')); t(lambda:S('a',3)); t(lambda:S('a\r\nb\rc\n',newline=None).getvalue()); t(lambda:S('a\r\nb\rc\n',newline='').readlines()); t(lambda:S('a\nb',newline='\r\n').getvalue()); t(lambda:S('a\r\nb\rc\nd').readlines()); t(lambda:S('a\nb',newline='\r').getvalue()); t(lambda:S('a\r\nb\rc\nd',newline='\r').readlines()); t(lambda:S('a\r\nb',newline=None).newlines); t(lambda:S(initial_value='z').read()); t(lambda:S(foo=1)); t(lambda:S('a','b','c')); t(lambda:S('a😀b').read(2)); t(lambda:S('a😀b\nc').readline()); 
with S() as w:
    print('hi',1,file=w); print('é😀',file=w,end=''); print(w.getvalue()); w.seek(1); w.write('ZZ'); print(w.getvalue()); w.seek(5); print(repr(w.read(2)), w.tell())
t(lambda:S('a\nb\nc').readlines(2)); t(lambda:S('abc').__getstate__()); x=S('abc'); x.read(1); x.foo=3; t(lambda:x.__getstate__()); y=S(); y.__setstate__(x.__getstate__()); t(lambda:(y.getvalue(),y.tell(),y.foo)); t(lambda:y.__setstate__(3)); t(lambda:S('abc').writelines(['x','y'])); t(lambda:S.__mro__); t(lambda:sys.getsizeof(S()))
b=B(b'abc'); t(lambda:b.read(1)); t(lambda:b.write(b'XYZ')); t(lambda:b.getvalue()); t(lambda:b.seek(0)); t(lambda:b.readline()); t(lambda:b.write('a')); t(lambda:b.seek(8)); t(lambda:b.write(b'q')); t(lambda:b.getvalue()); t(lambda:b.truncate(2)); t(lambda:b.getvalue()); t(lambda:b.tell()); t(lambda:b.seek(-1,2)); t(lambda:b.read()); t(lambda:b.getbuffer().tobytes()); m=b.getbuffer(); t(lambda:b.write(b'12345')); m[0]=65; m.release(); t(lambda:b.getvalue()); t(lambda:b.close()); t(lambda:b.read()); t(lambda:b.closed); t(lambda:B(3)); t(lambda:B('a')); t(lambda:B(initial_bytes=b'q').read()); t(lambda:B(b'a\nb\nc').readlines()); t(lambda:list(B(b'a\nb'))); z=bytearray(3); t(lambda:B(b'wxyz').readinto(z)); t(lambda:z); t(lambda:B(b'abc').read1(2)); t(lambda:B(b'abc').seek(0,9)); t(lambda:B(b'abc').seek(-1)); t(lambda:B(b'abc').truncate(-1)); t(lambda:B(b'a').__getstate__()); t(lambda:B().writelines([b'a',b'b'])); t(lambda:B(b'abc').readinto(b'abc')); t(lambda:B(b'x').isatty()); t(lambda:B(b'x').fileno()); t(lambda:B(b'abc',1)); t(lambda:B(b'abc').detach())
F='/tmp/ouroboros-streams.txt'
f=open(F,'w',encoding='utf-8'); t(lambda:f); t(lambda:f.write('héllo\nwörld\n')); t(lambda:f.tell()); t(lambda:f.read()); t(lambda:f.mode); t(lambda:f.name); t(lambda:f.errors); t(lambda:f.newlines); t(lambda:f.buffer); t(lambda:f.buffer.raw); t(lambda:f.fileno()>2); t(lambda:f.isatty()); t(lambda:f.seekable()); t(lambda:f.writelines(['a\n','b\n'])); t(lambda:f.close()); t(lambda:f.closed); t(lambda:f.write('x')); t(lambda:f); t(lambda:f.flush()); t(lambda:f.close()); t(lambda:f.fileno())
f=open(F,encoding='utf-8'); t(lambda:f); t(lambda:f.readline()); t(lambda:f.tell()); t(lambda:f.read(3)); t(lambda:f.tell()); t(lambda:f.read()); t(lambda:f.read()); t(lambda:f.seek(0)); t(lambda:list(f)); t(lambda:f.tell()); t(lambda:f.seek(7)); t(lambda:f.read(2)); t(lambda:f.write('a')); t(lambda:f.seek(1,1)); t(lambda:f.seek(0,1)); t(lambda:f.seek(-1,2)); t(lambda:f.seek(0,2)); t(lambda:f.seek(-1)); t(lambda:f.seek(0,7)); f.seek(0); t(lambda:next(f)); t(lambda:f.tell()); f.close(); t(lambda:f.readline()); t(lambda:next(f))
t(lambda:open(F,'rb').read()); f=open(F,'rb'); t(lambda:f); t(lambda:f.readline()); t(lambda:f.peek(2)[:5]); t(lambda:f.tell()); t(lambda:f.read(3)); t(lambda:f.seek(-2,2)); t(lambda:f.read()); t(lambda:f.write(b'a')); t(lambda:f.raw); t(lambda:f.mode); t(lambda:f.name); t(lambda:f.read(-5)); t(lambda:f.close()); t(lambda:f.read()); t(lambda:f); t(lambda:f.seek(0)); t(lambda:f.peek()); t(lambda:f.readline())
f=open(F,'rb',0); t(lambda:f); t(lambda:f.read(4)); t(lambda:f.tell()); t(lambda:f.readall()); t(lambda:f.write(b'x')); t(lambda:f.seek(2)); t(lambda:f.readline()); t(lambda:f.closefd); f.close(); t(lambda:f); t(lambda:f.read())
f=open(F,'r+'); t(lambda:f.read(2)); t(lambda:f.write('ZZ')); f.close(); t(lambda:open(F).read()); f=open(F,'a'); t(lambda:f.tell()); f.write('end'); f.close(); t(lambda:open(F).read()); f=open(F,'w+b'); t(lambda:f); f.write(b'0123456789'); f.seek(3); t(lambda:f.read(2)); f.write(b'XX'); f.seek(0); t(lambda:f.read()); f.seek(2); f.truncate(); f.seek(0); t(lambda:f.read()); f.close()
t(lambda:open(F,'x')); t(lambda:open(F,'rw')); t(lambda:open(F,'')); t(lambda:open(F,'b')); t(lambda:open(F,'rbt')); t(lambda:open(F,'q')); t(lambda:open(F,'rr')); t(lambda:open(F,'rb',encoding='utf8')); t(lambda:open(F,'rb',errors='x')); t(lambda:open(F,'rb',newline='')); t(lambda:open(F,'r',0)); t(lambda:open(F,encoding='nope')); t(lambda:open(F,newline='q')); t(lambda:open(F,3)); t(lambda:open(F,'r','a')); t(lambda:open(F,closefd=False)); t(lambda:open(-1)); t(lambda:open(999)); t(lambda:open('/nope/x','w')); t(lambda:open('a\0b')); t(lambda:open(None)); t(lambda:open()); t(lambda:open(F,'r',-1,None,None,None,True,None,3)); t(lambda:open(F,foo=3)); t(lambda:open('/')); t(lambda:open(b'/nope'))
def W(data,**k):
    with open(F,'w',**k) as f: f.write(data)
    return open(F,'rb').read()
t(lambda:W('a\nb\r\n')); t(lambda:W('a\nb',newline='\r\n')); t(lambda:W('a\nb',newline='')); t(lambda:W('é€',encoding='latin-1')); t(lambda:W('é',encoding='latin-1')); t(lambda:W('é€',encoding='ascii',errors='replace')); t(lambda:W('ab',encoding='utf-16')); t(lambda:W('ab',encoding='utf-8-sig')); t(lambda:W('\ud800')); t(lambda:W('\ud800',errors='surrogatepass')); t(lambda:W('ab'*10000)[:4])
open(F,'wb').write(b'a\r\nb\rc\nd')
t(lambda:open(F).read()); t(lambda:open(F,newline='').read()); t(lambda:open(F,newline='').readlines()); t(lambda:open(F,newline='\n').readlines()); t(lambda:open(F,newline='\r').readlines()); t(lambda:open(F,newline='\r\n').readlines()); f=open(F); f.read(); t(lambda:f.newlines); t(lambda:list(open(F)))
f=open(F); f.readline(); p=f.tell(); a=f.read(); f.seek(p); print(p, f.read()==a); f.close()
open(F,'wb').write(b'\xff\xfea\0b\0'); t(lambda:open(F,encoding='utf-16').read()); t(lambda:open(F).read()); t(lambda:open(F,errors='ignore').read()); t(lambda:open(F,errors='surrogateescape').read()); t(lambda:open(F,encoding='ascii',errors='backslashreplace').read())
open(F,'wb').write('héllo wörld\n€uro 😀 x\n'.encode()*1000)
f=open(F,encoding='utf-8'); pos=[]; 
for i in range(50): pos.append((f.tell(),f.read(7)))
print(pos[:12], all((f.seek(p),f.read(7)==x)[1] for p,x in pos)); t(lambda:len(f.read())); f.seek(0); t(lambda:sum(len(l) for l in f)); t(lambda:len(open(F,'rb').read())); f.close()
class R(io._RawIOBase):
    def __init__(s,d): s.d=d; s.p=0
    def readable(s): return True
    def readinto(s,b):
        n=min(len(b),3,len(s.d)-s.p); b[:n]=s.d[s.p:s.p+n]; s.p+=n; return n
r=io.BufferedReader(R(b'hello world\nfoo')); t(lambda:r.readline()); t(lambda:r.read(2)); t(lambda:r.peek()); t(lambda:r.read()); t(lambda:r.read1(3)); t(lambda:r.seekable()); t(lambda:r.seek(0)); t(lambda:R(b'abc').read()); t(lambda:R(b'abc').read(2)); t(lambda:R(b'abcdefg').readall()); t(lambda:io.TextIOWrapper(io.BufferedReader(R(b'x\ny\n'))).readlines()); t(lambda:list(R(b'a\nb\n'))); t(lambda:R(b'').fileno()); t(lambda:R(b'').write(b'a'))
class Wr(io._RawIOBase):
    def __init__(s): s.out=[]
    def writable(s): return True
    def write(s,b): s.out.append(bytes(b)); return len(b)
w=Wr(); bw=io.BufferedWriter(w,4); bw.write(b'ab'); bw.write(b'cde'); bw.write(b'123456789'); print(w.out); bw.flush(); print(w.out); tw=io.TextIOWrapper(bw,'utf-8',line_buffering=True); tw.write('no'); print(w.out); tw.write('yes\n'); print(w.out); t(lambda:tw.detach()); t(lambda:tw.write('a')); t(lambda:tw); bw.close(); t(lambda:bw.write(b'a')); t(lambda:w.closed)
t(lambda:io.BufferedReader(w)); t(lambda:io.BufferedReader(R(b''),0)); t(lambda:io.BufferedReader()); t(lambda:io.BufferedReader(3)); t(lambda:io.TextIOWrapper(3)); t(lambda:io.TextIOWrapper()); t(lambda:io.TextIOWrapper(B(b'a'),encoding=3)); t(lambda:io.TextIOWrapper(B('é'.encode()),'utf-8').read()); tt=io.TextIOWrapper(B(),encoding='ascii',write_through=True); tt.write('q'); t(lambda:tt.buffer.getvalue()); t(lambda:tt); tt.reconfigure(encoding='utf-8',errors='replace'); t(lambda:(tt.encoding,tt.errors)); tt.write('é'); t(lambda:tt.buffer.getvalue()); t(lambda:tt.name)
D=io.IncrementalNewlineDecoder(None,True); t(lambda:D.decode('a\r')); t(lambda:D.decode('\nb\r\n')); t(lambda:D.decode('c\r',True)); t(lambda:D.newlines); t(lambda:D.getstate()); D.reset(); t(lambda:D.newlines); t(lambda:io.IncrementalNewlineDecoder(None,False).decode('a\r\nb'))
t(lambda:io.text_encoding('x')); t(lambda:io.open is open); t(lambda:open.__module__); t(lambda:io.UnsupportedOperation.__mro__); t(lambda:io.DEFAULT_BUFFER_SIZE); t(lambda:io.BlockingIOError is BlockingIOError); t(lambda:io.open_code(F).read(3))
class Base(io._IOBase): pass
q=Base(); t(lambda:q.closed); t(lambda:q.seek(0)); t(lambda:q.readable()); t(lambda:q._checkReadable()); t(lambda:q.close()); t(lambda:q.closed); t(lambda:q.flush()); t(lambda:q.__enter__()); t(lambda:iter(q)); t(lambda:q.isatty()); t(lambda:q.x); q.x=5; t(lambda:q.__dict__)
class L(io._TextIOBase):
    def __init__(s): s.o=[]
    def write(s,x): s.o.append(x); return len(x)
l=L(); print('a','b',file=l); print(l.o); t(lambda:l.read()); t(lambda:l.encoding)
def leak():
    f=open(F,'w'); f.write('auto')
leak(); t(lambda:open(F).read())
t(lambda:io.BufferedRWPair(R(b'abc'),Wr()).read(2)); t(lambda:io.BufferedRandom(B(b'abc')).read(2)); rr=io.BufferedRandom(B(b'abcdef')); rr.read(1); rr.write(b'Z'); rr.seek(0); t(lambda:rr.read()); t(lambda:rr.raw.getvalue())
t(lambda:open(F,opener=lambda p,f: 1/0)); t(lambda:type(sys.stdout).__mro__); t(lambda:sys.stdin.buffer); t(lambda:sys.stdout.name)
class FS:
    def __fspath__(s): return F
t(lambda:open(FS()).name.__class__); t(lambda:open(FS()).read())
class FS2:
    def __fspath__(s): return 3
t(lambda:open(FS2()))
