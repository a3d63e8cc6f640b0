# The operator % of str and bytes: every conversion with every kind of value.
def show(f):
    try:
        print(repr(f())[:60])
    except Exception as e:
        print(type(e).__name__, str(e)[:120])


class I:
    def __index__(s): return 65
class In:
    def __int__(s): return 65
class F:
    def __float__(s): return 6.5
for c in 'csradiouxXeEfFgGzb%':
    for k, v in enumerate((1,1.5,'a',b'a',None,I(),In(),F(),'ab',(),(1,),(1,2),[1],{},{'a':1},2**70,10**50,float('nan'),True,-1,0x110000,256,bytearray(b'x'), memoryview(b"y"))):
        for p in ('%', '%5.2', '%*.*', '%(a)', '%-#07.3l'):
            print(c, p, k, end=': ')
            show(lambda: (p+c) % v)
            print(' b', end=': ')
            show(lambda: (p+c).encode() % v)
