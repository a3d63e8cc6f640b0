# binascii: every encoding, with what is wrong.
import binascii as b
def att(f,*a,**k):
    try: print(repr(f(*a,**k))[:200])
    except BaseException as e: print(type(e).__name__, e)
for f in (b.a2b_hex,b.unhexlify,b.a2b_base64,b.a2b_uu,b.a2b_qp):
    for x in ('', b'', 'é', 5, None, 'abc', b'abcd', b'zz', bytearray(b'00'), memoryview(b'0011')): att(f,x)
    att(f); att(f,1,2,3)
for f in (b.b2a_hex,b.hexlify,b.b2a_base64,b.b2a_uu,b.b2a_qp,b.crc32):
    for x in ('', b'', 'é', 5, None, 'abc', b'abcd', b'zz'*20, bytearray(b'00'), memoryview(b'0011')): att(f,x)
    att(f); att(f,1,2,3,4,5)
att(b.hexlify,b'abcdef','-'); att(b.hexlify,b'abcdef',b':',2); att(b.hexlify,b'abcdef','--');att(b.hexlify,b'abcdef','é');att(b.hexlify,b'abcdef',5);att(b.hexlify,b'abcdefg','_',-2);att(b.hexlify,b'abcdefg',sep='_',bytes_per_sep=4); att(b.hexlify,b'abcdefg','_',0); att(b.hexlify,data=b'abc',sep='')
for s in (b'=',b'==',b'a',b'ab',b'abc',b'ab=',b'ab==',b'ab==c',b'abc=d',b'ab=c=',b'a=bc=',b'abcd=',b'abcd',b'ab cd',b'ab\ncd\n',b'abcde',b'abcdef==x',b'!!!!',b'ab=\n='):
    att(b.a2b_base64,s); att(b.a2b_base64,s,strict_mode=True)
att(b.b2a_base64,b'abc',newline=False); att(b.b2a_base64,b'abc',False)
for n in range(8): att(b.b2a_base64,bytes(range(250-n,250))); att(b.b2a_uu,bytes(range(250-n,250))); att(b.b2a_uu,bytes(n),backtick=True); att(b.a2b_uu,b.b2a_uu(bytes(range(n))))
att(b.b2a_uu,b'x'*46); att(b.a2b_uu,b'\x01'); att(b.a2b_uu,b'!\x7f'); att(b.a2b_uu,b'!!!!!!zz'); att(b.a2b_uu,b'"`` \n')
att(b.a2b_qp,b'=41=4=zz=\nq=\r\nw==_ _'); att(b.a2b_qp,'a_b',header=True); att(b.a2b_qp,data=b'a=',header=0)
import _random
r=_random.Random(3)
for i in range(40):
    d=bytes(b'aaa =_.\t\r\n\x80\xff\x00z'[int(r.random()*14)] for _ in range(int(r.random()*160)))
    for k in range(8): print(b.b2a_qp(d,bool(k&1),bool(k&2),bool(k&4)))
    print(b.a2b_qp(d), b.crc32(d), b.crc_hqx(d,i), b.crc32(d,-i), b.a2b_qp(d,True))
    try: print(b.a2b_base64(d))
    except b.Error as e: print(e)
att(b.crc_hqx,b'a'); att(b.crc_hqx,b'a',2**70); att(b.crc_hqx,b'a','x'); att(b.crc32,b'a',2**70); att(b.crc32,b'a','x'); att(b.crc_hqx,b'a',-1)
