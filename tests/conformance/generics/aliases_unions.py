# types.GenericAlias, unions, SimpleNamespace and mappingproxy.
import sys
class types:
    GenericAlias=type(list[int]); UnionType=type(int|str); MappingProxyType=type(type.__dict__); SimpleNamespace=type(sys.implementation)
def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as e:
        print(text, "->", type(e).__name__, e)


class TV:
    def __init__(s,n): s.n=n
    def __repr__(s): return '~'+s.n
    def __typing_subst__(s,arg): return arg
T=TV('T');U=TV('U')
class A: pass
G=types.GenericAlias
for c in ["list[int]","dict[str,int]","tuple[()]","tuple[int,...]","list[A]","list['x']","list[None]","list[[int,str]]","G(list,int)","G(list,(int,))","G()","G(1,2,3)","G(a=1)","list[int]()","list[int].__bases__","list[int].__copy__","list[int].__class__","list[int].__name__","list[int].__doc__==list.__doc__","list[int].foo","hash(list[int])==hash(list[int])","list[int]==list[int]","list[int]==list[str]","list[int]<list[int]","isinstance([],list[int])","issubclass(list,list[int])","list[int][str]","list[T]","list[T][int]","dict[T,U]","dict[T,U][int,str]","dict[T,int][str]","dict[T,U][int]","dict[T,U].__parameters__","list[int].__parameters__","list[int].__origin__","list[int].__args__","list[int].__unpacked__","list(list[int])","list(tuple[int,str])","next(iter(list[int])).__unpacked__","list[int].__mro_entries__(())","list[int].__reduce__()","list[int]|str","int|list[int]","int|int","int|None","None|int","int|str|int","(int|str)|(str|float)","int|5","int|'x'","(int|str)==(str|int)","hash(int|str)==hash(str|int)","isinstance(5,int|str)","issubclass(int,int|str)","isinstance(5,int|list[int])","isinstance([],int|list[int])","(int|list[T])[str]","(int|list[T]).__parameters__","(int|str)[int]","(int|str).__args__","(int|str).__module__","(int|str).__name__","(int|str).__class__","(int|str)()","(int|str)<3","types.UnionType()","list[int].append","dict[str,int].fromkeys('ab')","list[int]|list[int]","type(list[int]),type(int|str)","list[*tuple[int,str]]","tuple[*tuple[int,...]]","dict[int]","types.SimpleNamespace(a=1,b='x')","types.SimpleNamespace(1)","types.SimpleNamespace()==types.SimpleNamespace()","types.SimpleNamespace(a=1)==types.SimpleNamespace(a=2)","types.SimpleNamespace(a=1).__dict__","types.SimpleNamespace(a=1).__reduce__()","types.SimpleNamespace(**{1:2})","types.SimpleNamespace(a=1)<types.SimpleNamespace()","types.SimpleNamespace().x","type('N',(types.SimpleNamespace,),{})(z=1)","types.MappingProxyType(5)","types.MappingProxyType([])","types.MappingProxyType()","types.MappingProxyType(mapping={1:2})","types.MappingProxyType({1:2})|{3:4}","types.MappingProxyType({1:2})['x']","types.MappingProxyType({}).get()","types.MappingProxyType({1:2})=={1:2}","types.MappingProxyType({}).__setitem__","hash(types.MappingProxyType({}))","exec('x=types.MappingProxyType({}); x|={1:2}')","exec('x=types.MappingProxyType({}); x[1]=2')","exec('x=types.MappingProxyType({}); del x[1]')", "types.MappingProxyType({1:2}).copy()","types.MappingProxyType[int,str]","list(reversed(types.MappingProxyType({1:2,3:4})))","types.MappingProxyType({1:2}).keys()","types.MappingProxyType({1:2}).get(5,6)","types.MappingProxyType({1:2}).get(5,6,7)","types.MappingProxyType({1:2}).keys(1)", "hash(list[[]])","list[int].__orig_class__","(int|str).foo","list[int]()==[]","types.SimpleNamespace.__init__(types.SimpleNamespace(),1)"
]: show(c)
x=types.SimpleNamespace(); x.a=x; print(x); x.b=1; del x.a; print(x, vars(x), sys.getsizeof(x))
class L(list[int]): pass
print(L.__mro__, L.__orig_bases__, L())
print(sys.getsizeof(list[int]), sys.getsizeof(int|str), sys.getsizeof(types.MappingProxyType({})))
