# Each builtin function and type: its attributes, what kind they are, and their signatures.
# modes: plain
import builtins, sys
def sig(o):
    try: return getattr(o,'__text_signature__',None)
    except Exception as e: return repr(e)
lines=[]
def put(*a): lines.append('\t'.join(str(x) for x in a))
seen=set()
def kind(v): return type(v).__name__
def show_type(T, name):
    if T in seen: return
    seen.add(T)
    put('TYPE', name, T.__module__, T.__qualname__, T.__basicsize__, T.__itemsize__, sig(T), [b.__name__ for b in T.__bases__])
    for k in dir(T):
        try: v=T.__dict__.get(k)
        except Exception: v=None
        if k in T.__dict__:
            put('  ', name+'.'+k, kind(T.__dict__[k]), repr(sig(getattr(T,k,None))))
        else: put('  ', name+'.'+k)
for n in sorted(set(dir(builtins))-{'__loader__','copyright','credits','exit','quit','help','license'}):
    o=getattr(builtins,n)
    if isinstance(o,type): show_type(o,n)
    elif callable(o): put('FUNC', n, kind(o), repr(sig(o)))
    elif n not in ('__doc__','__spec__','_'): put('NAME', n, kind(o))
def g(): yield
async def c(): pass
async def ag(): yield
co=c(); co.close()
objs=dict(function=g,generator=g(),coroutine=co,async_generator=ag(),code=g.__code__,module=sys,builtin_function=len,method=[].append,boundmethod=type('C',(),{'m':g})().m,
 methdescr=list.append,wrapper=int.__add__,methwrap=(1).__add__,getset=type(g).__dict__['__code__'],member=type(slice(1)).__dict__['start'],classmethod_descriptor=dict.__dict__['fromkeys'],cell=(lambda x:(lambda:x))(1).__closure__[0],
 mappingproxy=int.__dict__,NoneType=None,NotImpl=NotImplemented,ellipsis=...,dict_keys={}.keys(),dict_values={}.values(),dict_items={}.items(),dict_keyiterator=iter({}),dict_valueiterator=iter({}.values()),dict_itemiterator=iter({}.items()),dict_revk=reversed({}),dict_revv=reversed({}.values()),dict_revi=reversed({}.items()),
 list_iterator=iter([]),list_reverseiterator=reversed([]),tuple_iterator=iter(()),set_iterator=iter(set()),str_iterator=iter('é'),str_ascii_iterator=iter(''),bytes_iterator=iter(b''),bytearray_iterator=iter(bytearray()),range_iterator=iter(range(1)),longrange_iterator=iter(range(2**70)),callable_iterator=iter(int,1),sequence_iterator=iter(type('S',(),{'__getitem__':lambda s,i:i})()),memory_iterator=iter(memoryview(b'')),
 genericalias=list[int],union=int|str,frame=sys._getframe(),weakref=__import__('_weakref').ref(g),weakproxy=__import__('_weakref').proxy(g),namespace=sys.implementation)
try: raise ValueError
except ValueError as e: objs['traceback']=e.__traceback__
for n,o in objs.items():
    show_type(type(o),n)
print('\n'.join(lines))
