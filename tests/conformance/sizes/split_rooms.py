# Lists of pieces have the room that CPython makes for them.
import sys
s=lambda x:(sys.getsizeof(x)-56)//8
print('sep1',[(n,s(("a,"*n+"b").split(","))) for n in range(0,16)])
print('sep2',[(n,s(("a,,"*n+"b").split(",,"))) for n in range(0,16)])
print('ws',[(n,s(("a "*n+"b").split())) for n in range(0,16)])
print('ws-long',[(n,s(("abcdef "*n+"b").split())) for n in range(0,16)])
print('nosep',[(n,s(("a"*n).split(","))) for n in range(0,20)])
print('nosepws',[(n,s(("a"*n).split())) for n in range(0,20)])
print('max',[(n,s(("a,"*20).split(",",n))) for n in range(0,16)])
print('rsplit',[(n,s(("a,"*n+"b").rsplit(","))) for n in range(0,16)])
print('rsplitws',[(n,s(("a "*n+"b").rsplit())) for n in range(0,16)])
print('lines',[(n,s(("a\n"*n+"b").splitlines())) for n in range(0,16)])
print('bsep1',[(n,s((b"a,"*n+b"b").split(b","))) for n in range(0,16)])
print('bws',[(n,s((b"a "*n+b"b").split())) for n in range(0,16)])
print('blines',[(n,s((b"a\n"*n+b"b").splitlines())) for n in range(0,16)])
print('sepwide',[(n,s(("日,"*n+"b").split(","))) for n in range(0,16)])
