# Methods of str, bytes and bytearray with arguments drawn by lot: what they answer, or what they raise.
# No Python codecs: only what is native is asked for.
class R:
    def __init__(s,x): s.x=x
    def n(s,k):
        s.x=(s.x*6364136223846793005+1442695040888963407)&(2**64-1)
        return (s.x>>33)%k
r=R(2024)
class S(str): pass
class B(bytes): pass
class A(bytearray): pass
SETS=['ab','abc ','aB1 \t\n','é\xe0ßÀ a','\u0130\u0131\u01c5\u01c4Σσς. ',chr(0xd800)+chr(0xd801)+'a','😀a\U00010400b' ,chr(0xd83d)+'é😀','x\u2028\x1c\x85\r\n ','0123456789+-','٣²½Ⅷ','\t\n ab', "'\"\\\x7f\x00\u200b", 'a.b{}%s!:0', 'aeE\u0301\u0345']
def text(m=8):
    s=SETS[r.n(len(SETS))]
    t=''.join(s[r.n(len(s))] for _ in range(r.n(m)))
    if r.n(10)==0: t+=SETS[r.n(len(SETS))][:2]
    if r.n(12)==0: t=S(t)
    return t
BS=[b'ab',b'abc \t\n\r',b'aB1z ',bytes(range(256)),b'\xff\x00\x80',b'0123+-',b"'\"\\"]
def byt(m=8):
    s=BS[r.n(len(BS))]
    t=bytes(s[r.n(len(s))] for _ in range(r.n(m)))
    k=r.n(10)
    if k==0: t=B(t)
    elif k==1: t=bytearray(t)
    elif k==2: t=A(t)
    return t
def num():
    k=r.n(12)
    if k<8: return r.n(12)-4
    if k==8: return None
    if k==9: return 10**20
    if k==10: return -10**20
    return True
STR={'capitalize':'','casefold':'','center':'wf','count':'tnn','encode':'ee','endswith':'Tnn','expandtabs':'w','find':'tnn','index':'tnn','isalnum':'','isalpha':'','isascii':'','isdecimal':'','isdigit':'','isidentifier':'','islower':'','isnumeric':'','isprintable':'','isspace':'','istitle':'','isupper':'','join':'L','ljust':'wf','lower':'','lstrip':'t','partition':'t','removeprefix':'t','removesuffix':'t','replace':'ttn','rfind':'tnn','rindex':'tnn','rjust':'wf','rpartition':'t','rsplit':'tn','rstrip':'t','split':'tn','splitlines':'b','startswith':'Tnn','strip':'t','swapcase':'','title':'','translate':'d','upper':'','zfill':'w','__getitem__':'i','__contains__':'t','__add__':'t','__mul__':'w','__len__':'','__repr__':'','__lt__':'t','__eq__':'t','__ge__':'t','__sizeof__':'','__iter__':'','__format__':'F','ascii':'','fmt':'tt','pct':'tt','maketrans':'ttt','id':'','__getnewargs__':'', 'slice':'nnn'}
BYT={'capitalize':'','center':'wf','count':'tnn','decode':'ee','endswith':'Tnn','expandtabs':'w','find':'tnn','hex':'sw','index':'tnn','isalnum':'','isalpha':'','isascii':'','isdigit':'','islower':'','isspace':'','istitle':'','isupper':'','join':'L','ljust':'wf','lower':'','lstrip':'t','partition':'t','removeprefix':'t','removesuffix':'t','replace':'ttn','rfind':'tnn','rindex':'tnn','rjust':'wf','rpartition':'t','rsplit':'tn','rstrip':'t','split':'tn','splitlines':'b','startswith':'Tnn','strip':'t','swapcase':'','title':'','translate':'dt','upper':'','zfill':'w','__getitem__':'i','__contains__':'t','__add__':'t','__mul__':'w','__len__':'','__repr__':'','__lt__':'t','__eq__':'t','__ge__':'t','__sizeof__':'','__iter__':'','slice':'nnn','pct':'tt','fromhex':'h'}
BA=dict(BYT); BA.update({'append':'i','extend':'L','insert':'ni','pop':'n','remove':'i','reverse':'','clear':'','copy':'','__iadd__':'t','__imul__':'w','setslice':'nnnt','delslice':'nnn','__setitem__':'ii','__delitem__':'i','__alloc__':'','__reduce__':''})
ENC=['ascii','utf-8','latin-1','utf-16','utf_32_be','utf-7','UTF8','unicode_escape','raw_unicode_escape','utf-8-sig','nope','utf-16-le']
ERR=['strict','ignore','replace','backslashreplace','xmlcharrefreplace','namereplace','surrogateescape','surrogatepass','nope']
SPEC=['','s','10','<8','>8s','^9','*^9','é>7','😀>7','.3','10.2s','=5','d','+','08','x<','5.','{','_','#','\ud800<4']
def arg(c,isb):
    t=byt if isb else text
    if c=='w': return r.n(14)-2 if r.n(20) else num()
    if c=='n': return num()
    if c=='i': return r.n(14)-6 if r.n(15) else num()
    if c=='f': return (t(3) if r.n(3)==0 else (b'*' if isb else 'é'))
    if c=='t': return t(4) if r.n(25) else [None,5,1.5,300,()][r.n(5)]
    if c=='T': return t(4) if r.n(3) else tuple(t(3) for _ in range(r.n(4)))
    if c=='b': return r.n(2)
    if c=='L': return [t(4) for _ in range(r.n(4))] if r.n(8) else [tuple(t(4) for _ in range(r.n(4))),'ab',b'ab',[1,2],[b'',5],iter(['a','b'])][r.n(6)]
    if c=='d':
        if isb: return None if r.n(3)==0 else bytes((i*7+3)&255 for i in range(256)) if r.n(6) else byt()
        return {97:'xy',98:None,233:0x1f600,0x1f600:'q',32:95} if r.n(3) else [{},text(20),[1,2],{97:-1},{98:1.5}][r.n(5)]
    if c=='s': return [b':',':','', 'ab','é',5][r.n(6)]
    if c=='h': return ''.join('0123456789abcdefF g'[r.n(19)] for _ in range(r.n(8)))
    if c=='F': return SPEC[r.n(len(SPEC))]
def norm(x):
    if isinstance(x,(str,bytes,bytearray,int,float,type(None))): return type(x).__name__+ascii(x)
    if isinstance(x,(list,tuple)): return type(x).__name__+'['+','.join(norm(y) for y in x)+']'
    if isinstance(x,dict): return '{'+','.join(norm(k)+':'+norm(v) for k,v in x.items())+'}'
    return type(x).__name__+'('+','.join(norm(y) for y in x)+')' if hasattr(x,'__next__') else type(x).__name__
def special(o,m,a):
    if m=='ascii': return ascii(o)
    if m=='fmt': return ('<{:'+['','5','^7','.2'][r.n(4)]+'}{!'+'rsa'[r.n(3)]+'}>'+str.__str__(o)).format(*a)
    if m=='pct':
        T=type(o)
        f=['%s|%r','%5s%-4a','%.1s%3s','%c%s','%d%s','%(a)s'][r.n(6)]
        if not isinstance(o,str): f=f.encode()
        return (f+(b'' if not isinstance(o,str) else '')+o)%tuple(a)
    if m=='id': return [getattr(o,k)(*x) is o for k,x in (('strip',()),('replace',('q','z')),('center',(0,)),('expandtabs',()),('__getitem__',(slice(None),)),('__add__',('',)),('__mul__',(1,)),('removeprefix',('qq',)))]
    if m=='maketrans': return str.maketrans(*a)
    if m=='slice': return o[slice(*a)]
    if m=='setslice': o[slice(*a[:3])]=a[3]; return o
    if m=='delslice': del o[slice(*a)]; return o
    if m=='fromhex': return type(o).fromhex(*a)
def run(i,kind):
    isb=kind!='str'
    names=list(STR if not isb else BYT if kind=='bytes' else BA)
    m=names[r.n(len(names))]
    sig=(STR if not isb else BYT if kind=='bytes' else BA)[m]
    o=byt(10) if isb else text(10)
    if kind=='bytes' and isinstance(o,bytearray): o=bytes(o)
    if kind=='bytearray': o=(A if r.n(6)==0 else bytearray)(o)
    if sig=='ee': args=[ENC[r.n(len(ENC))],ERR[r.n(len(ERR))]]
    else: args=[arg(c,isb) for c in sig]
    if m in ('center','ljust','rjust') and r.n(2): args=args[:1]
    elif m in ('split','rsplit','splitlines','strip','lstrip','rstrip','expandtabs','encode','decode','hex','replace','find','rfind','index','rindex','count','startswith','endswith','pop') and r.n(2):
        args=args[:r.n(len(args)+1)]
        if m in('split','rsplit') and args and r.n(3)==0: args[0]=None
    try:
        if m in ('ascii','fmt','pct','id','maketrans','slice','setslice','delslice','fromhex'): res=special(o,m,args)
        else: res=getattr(o,m)(*args)
        out=norm(res)
        if kind=='bytearray': out+=' '+ascii(o)+' '+str(o.__alloc__())
    except RecursionError: raise
    except Exception as e:
        out=type(e).__name__+': '+ascii(str(e))
        if isinstance(e,UnicodeError) and hasattr(e,'start'): out+=' '+ascii((e.encoding,e.object,e.start,e.end,e.reason))
    print(i,m,ascii(o),ascii(args) if not any(hasattr(x,'__next__') for x in args) else '',out)
for kind in ('str','bytes','bytearray'):
    for i in range(350): run(i,kind)
