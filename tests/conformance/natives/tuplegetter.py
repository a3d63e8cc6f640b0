from _collections import OrderedDict, defaultdict, _tuplegetter, _count_elements
import sys

def t(f, *a, **k):
    try: print(f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)
g=_tuplegetter(1,'doc'); print(g, g.__doc__, g.__get__((1,2),None), g.__get__(None,tuple) is g, g.__reduce__()); t(g.__get__,(1,),None); t(g.__get__,3,None); t(g.__set__,(1,2),3); t(g.__delete__,(1,)); t(_tuplegetter,1); t(_tuplegetter,1,2,3); t(_tuplegetter,'a',3); print(_tuplegetter(-1,0)); 
class P(tuple): a=_tuplegetter(0,'A')
print(P((4,5)).a); t(setattr,P((1,)),'a',1); t(lambda: P(()).a); print(sys.getsizeof(g))
c={}; _count_elements(c,'abracadabra'); print(c)
class C(dict):
    def get(s,*a): print('get',a); return super().get(*a)
c=C(); _count_elements(c,'aa'); print(c); t(_count_elements,{},3); t(_count_elements,{'a':'x'},'a'); t(_count_elements,{})
