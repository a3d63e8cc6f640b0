# modes: plain, stepped
# The builtin functions: answers and errors.
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
import builtins
t(lambda: print(foo=1)); t(lambda: print(sep=1)); t(lambda: print(end=1)); t(lambda: max(foo=1)); t(lambda: max(1,2,foo=1)); t(lambda:max()); t(lambda:max([])); t(lambda:max(1)); t(lambda:max(1,2,default=3))
t(lambda: hasattr(1,2)); t(lambda:getattr(1,2)); t(lambda:setattr(1,2,3)); t(lambda: delattr(1,2)); t(lambda:sum(1)); t(lambda:sum([],start='')); t(lambda:sum([1],x=2)); t(lambda:sum([1],1,2)); t(lambda:sorted()); t(lambda:sorted(1)); t(lambda:sorted([],1)); t(lambda:sorted([],foo=1)); t(lambda:sorted([1,'a'])); t(lambda: round()); t(lambda:round('a')); t(lambda:round(1,2,3)); t(lambda:round(1.5,'a'));t(lambda:round(x=1));t(lambda:round(number=1.5))
t(lambda:pow(2)); t(lambda:pow(2,3,4,5)); t(lambda:pow(base=2,exp=3)); t(lambda:pow('a',2)); t(lambda:pow(2,'a',3)); t(lambda:pow(2,-1,0));t(lambda:pow(2.0,2,3))
t(lambda:chr(-1)); t(lambda:chr(1<<40)); t(lambda:chr(1<<70)); t(lambda:chr('a')); t(lambda:chr(2**31)); t(lambda:ord('ab'));t(lambda:ord(1));t(lambda:ord(b'ab'));t(lambda:ord(b'a'));t(lambda:ord(bytearray(b'a')));t(lambda:ord(''))
t(lambda:next([])); t(lambda:next()); t(lambda:next(iter([]))); t(lambda:next(iter([]),3)); t(lambda:iter()); t(lambda:iter(1)); t(lambda:iter(1,2)); t(lambda:iter(1,2,3)); t(lambda:len(1)); t(lambda:len())
t(lambda:isinstance(1,1)); t(lambda:isinstance(1)); t(lambda:issubclass(1,int)); t(lambda:issubclass(int,1)); t(lambda:isinstance(1,(int,1))); t(lambda:isinstance(1,(str,1))); t(lambda:isinstance(1,int|str)); t(lambda:isinstance(1,list[int])); t(lambda:issubclass(1,(int,)))
t(lambda:vars(1)); t(lambda:dir(1,2)); t(lambda:vars(1,2)); t(lambda:format(1,2)); t(lambda:format()); t(lambda:hash([])); t(lambda:id()); t(lambda:bin(1.5)); t(lambda:hex('a')); t(lambda:oct(None)); t(lambda:divmod(1,'a')); t(lambda:abs('a')); t(lambda:callable()); t(lambda:all(1)); t(lambda:any()); t(lambda:ascii('é\U0001f600')); t(lambda:input(1,2)); t(lambda: min(key=1)); t(lambda: max([1,2],key=1)); t(lambda:max([],default=None)); t(lambda:max(1,'a'));t(lambda:max([1,'a']))
class A:
    def __round__(self): return 1
t(lambda:round(A())); t(lambda:round(A(),2)); t(lambda:round(1.5,None)); t(lambda: print(1,file=3)); t(lambda: anext(1)); t(lambda:aiter(1)); t(lambda:getattr(1,'foo')); t(lambda:getattr(1,'foo',2,3)); t(lambda:getattr(1)); t(lambda:setattr(1)); t(lambda:__import__()); t(lambda: exit); t(lambda:quit)
print(1,2,sep='-',end='!\n'); print(1,2,sep=None,end=None); print()
class W:
    def write(s,x): out.append(x)
    def flush(s): out.append('F')
out=[]; print(1,'a',[2],file=W(),flush=True); print(out)
print(*[1,2,3],sep=''); print('a\ud800'.encode('utf8','replace'))
try: print('x','\ud800')
except UnicodeEncodeError as e: print(e)
class E:
    def __str__(s): raise ValueError('boo')
try: print('before',E())
except ValueError as e: print(e)
print(sum([.1]*10), sum([1e100,1,-1e100]), sum([1,2,.5]), sum([True,False,3]), sum([10**30,1.5]), sum([float('inf'),1]), sum([1,2],3.5), sum([[1],[2]],[]), sum(iter([2**62,2**62,0.1,0.2])))
print(min([3,1,2]),min('b','a'),max([1,2],key=lambda x:-x), min([], default=5), max('abc','b',key=len), max(10**20,10**21), sorted([3,1,2],reverse=True), sorted('banana',key=str.upper))
print(all([]),any([]),all([1,0]),any([0,1]),bin(-10),hex(255),oct(8),divmod(7,-2),pow(3,-1,7),round(2.5),round(-2.675,2),round(12345,-2),chr(0x1f600),ord('😀'))
it=iter([1,2,3].pop,1); print(list(it))
print(callable(print),callable(3),hash(1),hash('a')==hash('a'),id(1)==id(1), id(None)==id(None))
x=10**10; print(id(x)==id(x), x is x)
print([n for n in dir(3) if not n.startswith('_')]); print(dir()[:3]); 
def f():
    a=1;b=2
    print(dir(),vars())
f()
print(format(3.14159,'.2f'),format('a','>3'),format(3),format([1],''))
class F:
    def __format__(s,spec): return 3
t(lambda:format(F()))
print(isinstance(True,int),issubclass(bool,int),isinstance(3,(str,(int,))),isinstance([],object))
class Meta(type):
    def __instancecheck__(c,o): return o==3
    def __subclasscheck__(c,o): return o is int
class M(metaclass=Meta): pass
print(isinstance(3,M),isinstance(4,M),issubclass(int,M),issubclass(str,M), isinstance(M(),M))
print(sorted(n for n in dir(builtins)))
