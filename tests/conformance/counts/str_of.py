# Counts while str, print and formatting ask an object for its text.
import sys
rc=sys.getrefcount
class G:
    def __repr__(self): sys.stdout.write('repr %d\n'%rc(self)); return 'x'
g=G()
for g in (g,):
    print('A'); str(g)
    print('B'); '%s'%g
    print('C'); print(g)
    print('D'); print(1,g)
    print('E'); print(1,g,sep='')
    print('F'); repr(g)
    print('G'); f'{g}'
    print('H'); ''.join([str(g)])
    print('I'); print([g])
    print('J'); print((g,))
    print('K'); print({1:g})
    print('L'); print({g})
    print('M'); print({g:1})
    print('N'); print('%s'%[g])
    print('O'); print(str(g))
    print('P'); print(*[g])
    print('Q'); print(g,g)
    print('R'); sys.stdout.write(str(g)+'\n')
    print('S'); [g].__repr__()
    print('T'); (g,).__repr__()
    print('U'); repr([g])
    print('V'); '%r'%(g,)
    print('W'); str([g])
    class E(Exception): pass
    print('X'); str(E(g)); 
    print('Y'); repr(E(g)); str(E(g,1))
    print('Z'); 
    import itertools
    print(len(str(dict(a=g).items())) > 0)
    for x in range(3):
        str(g); print(g)
try: raise E(g)
except E as e: print(e)
