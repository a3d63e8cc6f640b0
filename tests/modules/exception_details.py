# modes: plain
# What single exception classes do: arguments, members, text, pickling; groups and their parts.
import builtins
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
for n in dir(builtins):
    o=getattr(builtins,n)
    if isinstance(o,type) and issubclass(o,BaseException):
        print(n,o.__basicsize__,o.__bases__,o.__mro__)
t(lambda: ImportError(foo=1)); t(lambda:ImportError('a',name=1,path=2)); t(lambda:AttributeError('a',foo=2)); t(lambda:NameError('a',foo=2)); t(lambda: KeyError(a=1)); t(lambda:OSError(a=1)); t(lambda:StopIteration(a=1)); t(lambda:SystemExit(a=1));t(lambda:SyntaxError(a=1)); t(lambda:UnicodeDecodeError()); t(lambda:UnicodeDecodeError(1,2,3,4,5)); t(lambda:UnicodeDecodeError('a',2,3,4,5)); t(lambda:UnicodeDecodeError('a',b'aaa',3,4,5));t(lambda:UnicodeDecodeError('a',b'aaa',3,4,'r'));t(lambda:UnicodeEncodeError('a',b'aaa',3,4,'r'));t(lambda:UnicodeEncodeError('a','aaa',3,4,'r',3)); t(lambda:UnicodeTranslateError('a','aaa',3,4,'r',3)); t(lambda:UnicodeDecodeError('a',b'aaa','x',4,'r'));t(lambda:UnicodeDecodeError('a',b'aaa',1<<80,4,'r'));t(lambda:UnicodeTranslateError('aaa',0,1,'r').__dict__)
def s(f):
    try: print(str(f()))
    except BaseException as e: print(type(e).__name__, e)
s(lambda:UnicodeDecodeError('a',b'aaa',0,1,'r'));s(lambda:UnicodeDecodeError('a',b'aaa',0,2,'r'));s(lambda:UnicodeDecodeError('a',b'aaa',3,4,'r'));s(lambda:UnicodeDecodeError('a',b'aaa',-3,1,'r'));s(lambda:UnicodeDecodeError('a',b'',0,1,'r'))
s(lambda:UnicodeEncodeError('a','abc',0,1,'r'));s(lambda:UnicodeEncodeError('a','\xe9',0,1,'r'));s(lambda:UnicodeEncodeError('a','\u1234',0,1,'r'));s(lambda:UnicodeEncodeError('a','\U00011234',0,1,'r'));s(lambda:UnicodeEncodeError('a','abc',0,2,'r'));s(lambda:UnicodeTranslateError('abc',0,1,'r'));s(lambda:UnicodeTranslateError('abc',0,2,'r'))
s(lambda:UnicodeDecodeError.__new__(UnicodeDecodeError)); s(lambda:UnicodeEncodeError.__new__(UnicodeEncodeError).encoding); s(lambda:UnicodeEncodeError.__new__(UnicodeEncodeError).start)
e=UnicodeEncodeError('a','abc',0,1,'r')
def seta(n,v): setattr(e,n,v)
t(lambda:seta('start','a')); t(lambda:delattr(e,'start')); t(lambda: e.start); t(lambda:e.args)
for a in [(), ('m',), ('m',1), ('m',('f',1,2,'t')), ('m',('f',1,2,'t',3,4)), ('m',('f',1,2)), ('m',('f',1,2,'t',3)), ('m',('/a/f.py',1,2,'t')),('m',('f',None,2,'t')),('m',(None,3,2,'t')), ('m','abcd'), (1,2,3),('m',[1,2,3,4])]:
    try:
        e=SyntaxError(*a); print(repr(e), '|', str(e),'|',e.msg,e.filename,e.lineno,e.offset,e.text,e.end_lineno,e.end_offset,e.print_file_and_line,e.args)
    except BaseException as e: print(a,type(e).__name__, e)
for a in [(),(1,),(2,'x'),(2,'x','f'),(2,'x','f',None),(2,'x','f',None,'g'),(1,2,3,4,5,6),(11,'x',3),(2,3),('a','b'),(2,'x',None),(2,None),(None,'x')]+[(i,'x') for i in range(1,135)]:
    try:
        e=OSError(*a); print(repr(e),'|',str(e),'|',e.errno,e.strerror,e.filename,e.filename2,e.args,type(e).__name__, e.__reduce__())
    except BaseException as e: print(a,type(e).__name__, e)
t(lambda:OSError(11,'x',3).characters_written); t(lambda:OSError(11,'x').characters_written); t(lambda: FileNotFoundError(3,'a')); t(lambda:OSError(11,'x','f').characters_written); t(lambda:OSError(11,'x','f'))
class E(OSError):
    def __init__(self,*a,**k): pass
t(lambda:E(2,'x',k=2).errno); t(lambda: E(2,'x').args); 
class F(OSError):
    def __new__(cls,*a): return super().__new__(cls,*a)
t(lambda:F(2,'x').errno)
class G(OSError):
    def __init__(self,*a,**k): super().__init__(2,'y','z')
t(lambda:str(G(1,2,3,4,4)));t(lambda:G(1,2,3,4,4).args)
for e in [AttributeError('m',name='n',obj=3), NameError('m',name='n'), ImportError('m',name='n',path='p'), ImportError('a','b',name='n'), StopIteration(3), SystemExit(3,4), Exception('a',1), KeyError('a'),SyntaxError('m',('f',1,2,'t')), UnicodeEncodeError('a','abc',0,1,'r'), ExceptionGroup('m',[ValueError()]), BlockingIOError(11,'x',5)]:
    print(repr(e),str(e),e.__reduce__(), e.__dict__)
e=Exception(); t(lambda:e.add_note(3)); e.add_note('a'); print(e.__notes__, e.__dict__); e.__notes__=3; t(lambda:e.add_note('a'))
t(lambda:e.__setstate__(3)); t(lambda:e.__setstate__(None)); t(lambda:e.__setstate__({'x':1,3:4})); print(e.__dict__)
t(lambda:StopIteration().value); t(lambda:StopIteration(1,2).value); t(lambda:SystemExit().code); t(lambda:str(KeyError())); t(lambda:str(KeyError(1,2))); t(lambda: Exception.with_traceback(e,3)); t(lambda:ImportError().msg);t(lambda:str(ImportError(3)))
t(lambda: delattr(AttributeError(),'name')); t(lambda:setattr(StopIteration(),'value',3)); t(lambda: delattr(e,'__cause__')); t(lambda:setattr(e,'__cause__',3)); t(lambda:setattr(e,'__traceback__',3)); t(lambda:delattr(e,'__traceback__')); t(lambda:delattr(e,'args')); t(lambda:setattr(e,'args',3)); t(lambda:setattr(e,'__suppress_context__',3)); t(lambda:delattr(e,'__context__')); t(lambda:setattr(e,'__context__',3)); t(lambda:delattr(e,'__suppress_context__')); t(lambda:delattr(e,'__dict__')); t(lambda:setattr(e,'__dict__',3))
x=SyntaxError('a'); 
def ss(): x.lineno='q'
t(ss); x.filename='a/b.py'; t(lambda: str(x)); x.filename=3; t(lambda:str(x)); x.lineno=4; t(lambda:str(x));x.filename='a/b.py'; t(lambda: str(x)); x.lineno=1<<80; t(lambda:str(x)); x.msg=4;t(lambda:str(x))
pass
B=BaseExceptionGroup;E=ExceptionGroup
t(lambda:B()); t(lambda:B(1,2)); t(lambda:B('a',2)); t(lambda:B('a',[])); t(lambda:B('a',[1])); t(lambda:B('a',[ValueError()])); t(lambda:B('a',[KeyboardInterrupt()])); t(lambda:E('a',[KeyboardInterrupt()]))
class M(E): pass
class N(B,ValueError): pass
t(lambda:M('a',[KeyboardInterrupt()]));t(lambda:N('a',[KeyboardInterrupt()])); t(lambda:M('a',[ValueError()])); t(lambda:E('a',[ValueError()],x=3)); t(lambda:E('a',(ValueError(),))); e=E('a',[ValueError(1),TypeError(2),E('b',[ValueError(3)])]); t(lambda:str(e)); t(lambda:e.split(ValueError)); t(lambda:e.split(lambda x:isinstance(x,ValueError))); t(lambda:e.split(3)); t(lambda:e.split((ValueError,int))); t(lambda:e.split((ValueError,TypeError))); t(lambda:e.subgroup(ValueError)); t(lambda:e.subgroup(int)); t(lambda:e.split(E)); t(lambda:e.subgroup(OSError)); t(lambda:e.derive([ValueError()])); t(lambda:e.derive(3)); t(lambda:M('a',[ValueError()]).derive([ValueError()]))
def sm(): e.message=3
t(sm); t(lambda:e.exceptions); t(lambda:E.__mro__); t(lambda:E.__bases__); t(lambda:E.__module__); t(lambda:E('a',{ValueError()})); t(lambda:E('a',iter([ValueError()]))); t(lambda:E('a',{1:2}));t(lambda:e.split()); t(lambda:e.split(1,2)); t(lambda:E('a',[ValueError()]).args); t(lambda:E('a',[ValueError],).args)
class D(E):
    def derive(self,x): return 3
d=D('a',[ValueError(),TypeError()]); t(lambda:d.split(ValueError)); t(lambda:B.__subclasses__()); t(lambda:B('a',[ValueError()]).__class__)
class P(E):
    def __new__(cls,msg,excs,code): return super().__new__(cls,msg,excs)
    def __init__(self,msg,excs,code): self.code=code
t(lambda:P('a',[ValueError()],3)); t(lambda:P('a',[ValueError()],3).args);t(lambda:P('a',[ValueError(),TypeError()],3).split(ValueError))
e=E('a',[ValueError(1),TypeError(2)]); e.add_note('n'); e.__cause__=KeyError(3); m,r=e.split(ValueError); print(m.__notes__,repr(m.__cause__),r.__notes__, r.__notes__ is not e.__notes__)
try:
    try: raise E('g',[ValueError(1),TypeError(2),E('h',[KeyError(3)])])
    except* ValueError as q: print('V',repr(q))
    except* KeyError as q: print('K',repr(q))
except BaseException as z: print(repr(z), repr(z.__context__))
try:
    try: raise ValueError(5)
    except* ValueError as q: print(repr(q)); raise OSError('new')
except BaseException as z: print(repr(z), repr(z.__context__))
