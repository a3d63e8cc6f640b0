import _thread
def t(f,*a,**k):
    try: print(f(*a,**k))
    except BaseException as e: print(type(e).__name__, e)
l=_thread.allocate_lock(); r=_thread.RLock();
t(l.release)
t(r._release_save); t(r.release); 
t(l.acquire, False, 3); t(l.acquire,True,-2); t(l.acquire, timeout=1e20); t(l.acquire,1,2,3); t(l.acquire, x=1); t(_thread.LockType); t(_thread.start_new_thread, 1, ()); t(_thread.start_new_thread, print, 1); t(_thread.start_new_thread, print, (), 1); t(_thread.start_new_thread)
t(_thread.stack_size,-1); t(_thread.stack_size); t(_thread.stack_size,1)
t(_thread._local, 1)
import sys
print(sys.getsizeof(l), sys.getsizeof(r), sys.getsizeof(_thread._local()))
x=_thread._local(); x.a=3; print(x.__dict__, x.a)
class L(_thread._local):
    z=1
    def __init__(self,*a,**k): self.k=(a,k)
x=L(1,b=2); print(x.k, x.__dict__)
with l: print(l.locked(), l.acquire(0), l.acquire(timeout=0.01))
with r:
    with r: print(r._recursion_count(), r._is_owned())
t(l.acquire, True, 1e10)
for n in dir(_thread):
    if n[0]!='_': print(n, callable(getattr(_thread,n)))
import weakref; print(weakref.ref(l)() is l, weakref.ref(x)() is x)
