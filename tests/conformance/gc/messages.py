# gc: messages, counts, tracking, referents, callbacks, debug output.
# modes: plain
import gc, sys
gc.disable()
def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "->", type(e).__name__, e)
gc.collect()
for c in ["gc.collect(3)","gc.collect(-1)","gc.collect('a')","gc.collect(0)","gc.collect(generation=1)","gc.collect(1,2)","gc.set_threshold()","gc.set_threshold(1,2,3,4)","gc.set_threshold('a')","gc.get_objects(generation=5)","gc.get_objects(-2)","gc.get_objects('a')","len(gc.get_objects(None))>0","gc.set_debug()","gc.set_debug('x')","gc.is_tracked()","gc.is_tracked(5)","gc.is_finalized([])","gc.get_referents()","gc.get_referents(5)","gc.get_referents([1,2],{3:4})","gc.get_referrers()","gc.get_count(1)","len(gc.get_stats()),sorted(gc.get_stats()[0])","gc.freeze()","gc.get_freeze_count()>100","gc.unfreeze()","gc.get_freeze_count()","gc.get_threshold()","gc.isenabled()","gc.get_debug()","gc.garbage","gc.callbacks","gc.set_threshold(700,10,10)","gc.set_threshold(2**40)","gc.get_referents((1,'a'))","gc.get_referents({'a':1,'b':[2]})","gc.is_tracked({})","gc.is_tracked({1:[]})","gc.is_tracked({1:2})","gc.is_tracked((1,2))","gc.is_tracked(([],))","gc.is_tracked([])","gc.is_tracked('a')","gc.is_tracked(print)","gc.is_tracked(set())","gc.get_objects(2**70)","gc.collect(2**70)","gc.set_threshold(700.0)","gc.set_threshold(x=1)","gc.get_objects(1,2)","gc.DEBUG_LEAK,gc.DEBUG_STATS,gc.DEBUG_COLLECTABLE,gc.DEBUG_UNCOLLECTABLE,gc.DEBUG_SAVEALL","gc.get_referents({1,2,3})"]: show(c)
class Err:
    def __init__(s): s.t=''
    def write(s,x): s.t+=x
    def flush(s): pass
    def getvalue(s): return s.t
class Node:
    def __init__(s,n): s.n=n; s.o=None
    def __repr__(s): return 'Node(%r)'%s.n
a=Node(1); print(gc.get_referents(a)); l=[a,5]; print([type(x).__name__ for x in gc.get_referrers(a)], gc.get_referrers(a)[-1] is l)
print(gc.is_tracked(a), gc.is_finalized(a))
def cb(phase,info): print(phase,info)
gc.callbacks.append(cb)
gc.collect(); gc.collect(0)
n=Node(2); n.o=n; del n
print(gc.collect())
gc.callbacks.clear()
class Fin(Node):
    def __del__(s): print('fin',s.n)
for i in range(3):
    x=Fin(i); y=Fin(-i); x.o=y; y.o=x
del x,y
print(gc.collect())
old=sys.stderr; sys.stderr=Err()
gc.set_debug(gc.DEBUG_STATS|gc.DEBUG_COLLECTABLE)
n=Node(3); n.o=n; del n
l=[]; l.append(l); del l
print(gc.collect())
gc.set_debug(0)
text=sys.stderr.getvalue(); sys.stderr=old
for line in text.splitlines():
    w=line.split()
    print(' '.join('0x>' if x.startswith('0x') else '#' if x.isdigit() and w[1]=='objects' or '.' in x and x[0].isdigit() else x for x in w))
gc.set_debug(gc.DEBUG_SAVEALL)
n=Node(4); n.o=n; del n
print(gc.collect(), gc.garbage)
gc.set_debug(0); gc.garbage.clear()
print(gc.collect())
class Res:
    def __del__(s):
        global saved; saved=s
r=Res(); r.me=r; del r
print(gc.collect(), gc.is_finalized(saved)); del saved.me; del saved
import weakref
gc.collect()
class W: pass
w=W(); w.me=w; wr=weakref.ref(w, lambda r: print('cb', r())); del w
print(gc.collect(), wr())
