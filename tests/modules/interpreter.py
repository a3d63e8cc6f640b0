# modes: plain
# sys: settings, sizes, struct sequences, hooks, and streams that a program replaces.
import sys,gc
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
t(lambda:sys.getsizeof()); t(lambda:sys.getsizeof(1,2,3)); t(lambda:sys.getsizeof(1,default=3)); t(lambda:sys.getsizeof(object=1))
class A:
    def __sizeof__(s): return 'a'
class B:
    def __sizeof__(s): return -1
class C:
    def __sizeof__(s): return 10.5
class D:
    def __sizeof__(s): return 10
t(lambda:sys.getsizeof(A())); t(lambda:sys.getsizeof(A(),3)); t(lambda:sys.getsizeof(B())); t(lambda:sys.getsizeof(B(),3)); t(lambda:sys.getsizeof(C())); t(lambda:sys.getsizeof(D())); t(lambda:sys.getsizeof(x=3))
t(lambda:sys.intern(3)); 
class S(str): pass
t(lambda:sys.intern(S('a'))); t(lambda:sys.intern('a'+str(1)))
t(lambda:sys.setrecursionlimit(0)); t(lambda:sys.setrecursionlimit('a')); t(lambda:sys.setrecursionlimit(1)); t(lambda:sys.setrecursionlimit(1<<40)); t(lambda:sys.getrecursionlimit())
t(lambda:sys.getrefcount()); t(lambda:sys.getrefcount(1)); t(lambda:sys.getrefcount(None)); t(lambda:sys.getrefcount(object())); t(lambda: sys.getrefcount('a')); t(lambda:sys.getrefcount(()))
t(lambda:sys.set_int_max_str_digits(3)); t(lambda:sys.set_int_max_str_digits(0)); t(lambda:sys.set_int_max_str_digits(640)); t(lambda:sys.set_int_max_str_digits('a')); t(lambda:sys.set_int_max_str_digits(maxdigits=4300)); t(lambda:sys.get_int_max_str_digits())
t(lambda:sys.setswitchinterval(0)); t(lambda:sys.setswitchinterval('a')); t(lambda:sys.getswitchinterval()); t(lambda:sys.setswitchinterval(0.005))
t(lambda:sys.exit(3)); t(lambda:sys.exit()); t(lambda:sys.exit(1,2)); t(lambda:sys.exit(status=3)); t(lambda:sys.exc_info()); t(lambda:sys.exception())
t(lambda:sys.displayhook(None)); t(lambda:sys.displayhook(3)); import builtins; t(lambda:builtins._);t(lambda:sys.getdefaultencoding()); t(lambda:sys.getfilesystemencoding()); t(lambda:sys.getfilesystemencodeerrors())
t(lambda:sys.audit()); t(lambda:sys.audit('a',1)); t(lambda:sys.get_asyncgen_hooks()); t(lambda:sys.get_coroutine_origin_tracking_depth()); t(lambda:sys.set_coroutine_origin_tracking_depth(-1)); t(lambda:sys.getdlopenflags()); t(lambda:sys.is_stack_trampoline_active()); t(lambda:sys._clear_type_cache());  t(lambda:sys.call_tracing(lambda a:a,(3,))); t(lambda:sys.call_tracing(1,2)); t(lambda:sys.get_asyncgen_hooks().n_fields); t(lambda:sys.set_asyncgen_hooks(1)); t(lambda:sys.set_asyncgen_hooks(firstiter=None)); t(lambda:sys.getallocatedblocks()>0)
print(sys.stdlib_module_names.__class__, len(sys.stdlib_module_names))
print(sys.int_info, sys.hash_info, sys.thread_info, sys.float_info)
for o in (sys.version_info, sys.flags, sys.float_info, sys.thread_info,sys.hash_info,sys.int_info):
    print(type(o), sys.getsizeof(o), type(o).__basicsize__, type(o).__itemsize__, o.n_fields,o.n_sequence_fields,o.n_unnamed_fields, type(o).__match_args__, type(o).__module__, type(o).__qualname__)
t(lambda:type(sys.version_info)((1,2,3,4,5))); t(lambda:setattr(sys.version_info,'major',3)); t(lambda:sys.version_info.foo);  t(lambda:sys.version_info[:2]); t(lambda:sys.version_info>=(3,8)); t(lambda: hash(sys.version_info)==hash(tuple(sys.version_info))); t(lambda: sys.version_info+(1,)); t(lambda: type(sys.flags.dev_mode)); t(lambda:sys.version_info); major,minor,*rest=sys.version_info; print(major,minor,rest); t(lambda:sys.version_info.__reduce__()); t(lambda: sys.version_info==(3,12,1,'final',0)); t(lambda:isinstance(sys.version_info,tuple)); t(lambda: sys.version_info.major)
x=[]; print(sys.getrefcount(x)); y=x; print(sys.getrefcount(x)); z=[x,x]; print(sys.getrefcount(x))
try:
    1/0
except ZeroDivisionError as e:
    print(sys.exc_info()[:2], sys.exception())
print(sys.exc_info())
N=type(sys.implementation)
print(sys.getsizeof(N()),N.__basicsize__)
t(lambda:N(1)); t(lambda:N(a=1,b=N(c=2))); t(lambda:N(a=1)==N(a=1)); t(lambda:N(a=1)!=N(a=1)); t(lambda:N(a=1)<N(a=1)); t(lambda:hash(N())); n=N(x=1); n.n=n; t(lambda:n); t(lambda:n.__reduce__()); t(lambda:n.foo)
class M(N): pass
t(lambda:M(a=1)); t(lambda: N(**{'1':2,'a b':3})); t(lambda:N(a=1).__init__(b=2)); t(lambda: setattr(n,'__dict__',{})); t(lambda: sys.getsizeof(M()))
old=sys.stdout
class W:
    def __init__(s): s.b=[]
    def write(s,x): s.b.append(x)
    def flush(s): pass
sys.stdout=W(); print('captured'); w=sys.stdout; sys.stdout=old; print(w.b)
sys.stdout=None; print('x'); sys.stdout=old
del sys.stdout
try: print('x')
except RuntimeError as e: sys.stdout=old; print(e)
old.write=lambda s: None
