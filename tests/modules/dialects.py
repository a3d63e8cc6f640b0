# CSV: dialects and their errors, and random lines read and rows written in random dialects.
# leaks: the table of the dialects by name grows as names come and go
import _csv, sys
def att(f,*a,**k):
    try: print(repr(f(*a,**k))[:300])
    except BaseException as e: print(type(e).__name__, e)
D=_csv.Dialect
d=D(); print([(n,getattr(d,n)) for n in dir(d) if not n.startswith('__')])
for k,v in dict(delimiter=['',',,',None,5,';',b','],quotechar=['','ab',None,5,"'"],escapechar=['','ab',None,5,'\\'],lineterminator=[None,5,'','\n'],quoting=[0,5,6,-1,'a',None,True,2**40],doublequote=[0,1,'a',None],skipinitialspace=[1],strict=[[],1]).items():
    for x in v:
        att(lambda: [(n,getattr(D(**{k:x}),n)) for n in ('delimiter','quotechar','escapechar','lineterminator','quoting','doublequote','skipinitialspace','strict')])
att(D,quotechar=None,quoting=1); att(D,quotechar=None); att(D,'x'); att(D,5); att(D,odd=1); att(D,*[None]*10); att(D,d); print(D(d) is d, D(d,delimiter=';') is d)
class my: delimiter=';'; quotechar="'"; lineterminator='X'
att(lambda: (D(my).delimiter,D(my).lineterminator,D(my()).quotechar))
att(setattr,d,'delimiter',1); att(setattr,d,'strict',1); att(d.__reduce__); att(d.__reduce_ex__,2)
att(_csv.register_dialect,'m',my); att(_csv.list_dialects); att(_csv.get_dialect,'m'); att(_csv.get_dialect,'q'); att(_csv.unregister_dialect,'q'); att(_csv.register_dialect,5,my); att(_csv.register_dialect); att(_csv.register_dialect,'a','b','c','d'); att(_csv.register_dialect,'k',delimiter='|'); print(_csv.get_dialect('k').delimiter); att(_csv.unregister_dialect,'k'); att(_csv.register_dialect,'z',odd=1); att(_csv.get_dialect,[])
att(_csv.field_size_limit); att(_csv.field_size_limit,'a'); att(_csv.field_size_limit,10); att(lambda: list(_csv.reader(['x'*11]))); att(_csv.field_size_limit,131072); att(_csv.field_size_limit,2**70); att(_csv.field_size_limit,True); att(_csv.field_size_limit,1,2)
att(_csv.reader); att(_csv.reader,5); att(_csv.reader,[],'q'); att(_csv.reader,[],'m',5); att(lambda: list(_csv.reader([5]))); att(lambda: list(_csv.reader([b'a']))); att(_csv.reader,[],odd=1)
att(_csv.writer); att(_csv.writer,5); att(_csv.writer,sys.stdout,'q')
r=_csv.reader(['a,b','"c\nd",e']); print(r.line_num, next(r), r.line_num, next(r), r.line_num, r.dialect, iter(r) is r); att(next,r); att(setattr,r,'line_num',3)
class F:
    def __init__(s): s.o=[]
    def write(s,t): s.o.append(t); return len(t)
seed=1
def rnd(n):
    global seed
    seed=(seed*6364136223846793005+1442695040888963407)%2**64
    return (seed>>33)%n
A='ab,;"\'\\ \n\r1é😀|'
def text(n): return ''.join(A[rnd(len(A))] for _ in range(rnd(n)))
for i in range(150):
    kw={}
    if rnd(3)==0: kw['delimiter']=';, |'[rnd(4)]
    if rnd(4)==0: kw['quotechar']=["'",'"',None][rnd(3)]
    if rnd(3)==0: kw['escapechar']='\\'
    if rnd(3)==0: kw['quoting']=rnd(6)
    if rnd(4)==0: kw['doublequote']=rnd(2)
    if rnd(4)==0: kw['skipinitialspace']=rnd(2)
    if rnd(3)==0: kw['strict']=rnd(2)
    if rnd(3)==0: kw['lineterminator']=['\n','','ab','\r'][rnd(4)]
    lines=[text(12) for _ in range(rnd(4))]
    print(kw, end=' '); att(lambda: list(_csv.reader(lines,**kw)))
    f=F(); rows=[[[text(5),None,rnd(10),1.5,'',-2][rnd(6)] for _ in range(rnd(4))] for _ in range(rnd(3)+1)]
    def go():
        w=_csv.writer(f,**kw); return (w.writerow(rows[0]), w.writerows(rows[1:]))
    att(go); print(f.o)
w=_csv.writer(F()); att(w.writerow,5); att(w.writerow); att(w.writerows,5); att(w.writerows,[5]); att(w.writerow,'abc'); att(w.writerow,{1:2}); print(w.dialect)
class Bad:
    def __str__(self): raise ValueError('bad')
att(w.writerow,[Bad()])
print(sys.getsizeof(d),sys.getsizeof(r),sys.getsizeof(w), _csv.Error.__mro__, _csv.__version__, _csv.QUOTE_NOTNULL, _csv._dialects)
att(_csv.Reader); att(_csv.Writer,1)
