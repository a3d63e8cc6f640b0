# modes: plain
# _operator: the operators as functions, itemgetter, attrgetter, methodcaller.
import _operator as O, sys
def t(f):
    try: print(repr(f()))
    except BaseException as e: print(type(e).__name__, e)
I=O.itemgetter; A=O.attrgetter; M=O.methodcaller
print(dir(O))
print(sys.getsizeof(I(1)),sys.getsizeof(A('a')),sys.getsizeof(M('a')), I.__basicsize__,A.__basicsize__,M.__basicsize__)
t(lambda:I()); t(lambda:I(1)); t(lambda:I(1,2)); t(lambda:I(1)([1,2])); t(lambda:I(1,0)([1,2])); t(lambda:I(1)()); t(lambda:I(1)(1,2)); t(lambda:I(1)(x=1)); t(lambda:I(x=1)); t(lambda:I(1).__reduce__()); t(lambda:I(1,2).__reduce__()); t(lambda:I(5)((1,2))); t(lambda:I('a')({'a':1})); t(lambda:I(slice(1,2))('abc')); t(lambda:I(-1)((1,2)))
t(lambda:A()); t(lambda:A(1)); t(lambda:A('a')); t(lambda:A('a','b.c')); t(lambda:A('real')(3)); t(lambda:A('real.imag')(3)); t(lambda:A('real','imag')(3)); t(lambda:A('x')(3)); t(lambda:A('a',1)); t(lambda:A('a')()); t(lambda:A('a.b','c').__reduce__()); t(lambda:A('a')(1,2)); t(lambda:A('a')(x=1)); t(lambda:A(x=1))
t(lambda:M()); t(lambda:M(1)); t(lambda:M('a')); t(lambda:M('a',1,b=2)); t(lambda:M('upper')('a')); t(lambda:M('replace','a','b')('aa')); t(lambda:M('a')()); t(lambda:M('a')(1,2)); t(lambda:M('a').__reduce__()); t(lambda:M('a',1).__reduce__()); t(lambda:M('foo')(3)); t(lambda:M(a=1)); t(lambda: M('sort',key=len)(['aa','b']))
t(lambda:O.concat(1,2)); t(lambda:O.concat([1],[2])); t(lambda:O.concat([1],2)); t(lambda:O.iconcat(1,2)); t(lambda:O.countOf([1,1,2],1)); t(lambda:O.countOf(1,1)); t(lambda:O.indexOf([1,2],2)); t(lambda:O.indexOf([1],2)); t(lambda:O.length_hint([1])); t(lambda:O.length_hint(1)); t(lambda:O.length_hint(1,5)); t(lambda:O.length_hint(1,'a')); t(lambda:O.index(1.5)); t(lambda:O.not_(1)); t(lambda:O.truth([])); t(lambda:O.is_(1,1)); t(lambda:O.call(print,1,2)); t(lambda:O.call()); t(lambda:O.call(max,[1],key=abs)); t(lambda:O._compare_digest('a','a')); t(lambda:O._compare_digest('a','b')); t(lambda:O._compare_digest('é','b')); t(lambda:O.add(1,'a')); t(lambda:O.pow(2,3)); t(lambda:O.ipow(2,3)); t(lambda:O.contains([1],1)); t(lambda:O.delitem([],0)); t(lambda:O.setitem([1],0,1)); t(lambda:O.getitem([1],0)); t(lambda:O.add(1)); t(lambda:O.iadd([1],[2]));t(lambda:O.mod('a',1)); t(lambda: O.lt(1,'a')); t(lambda:O.inv(3)); t(lambda:repr(I([1]))); 
for n in dir(O):
    o=getattr(O,n)
    if n[0]!='_' and n!='delitem':
        for args in [(6,3),([1],[2]),(2.5,1),('a','b'),(7,)]:
            try: r=o(*args)
            except Exception as e: r=(type(e).__name__,str(e))
            print(n,args,r if not isinstance(r,(I,A,M)) else repr(r))
