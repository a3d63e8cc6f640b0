# modes: plain
# Every function of math with arguments of all kinds.
import math as m
def t(s):
    try: print(s,'=>',repr(eval(s)))
    except BaseException as e: print(s,'=>',type(e).__name__, e)
inf=float('inf');nan=float('nan')
class F:
    def __float__(s): return 2.5
class C:
    def __ceil__(s): return 'c'
    def __floor__(s): return 'f'
    def __trunc__(s): return 't'
class I:
    def __index__(s): return 5
for n in ['acos','acosh','asin','asinh','atan','atanh','cbrt','cos','cosh','degrees','erf','erfc','exp','exp2','expm1','fabs','gamma','lgamma','log10','log1p','log2','log','modf','frexp','radians','sin','sinh','sqrt','tan','tanh','isfinite','isinf','isnan','ulp','ceil','floor','trunc','factorial','isqrt','fsum','prod']:
    for a in ["'a'","2.0","-2.0","0","float('inf')","float('-inf')","float('nan')","1e308","10**400","-10**400","I()","F()","","1,2,3","None", "1000", "-1", "-1.0"]:
        t(f'm.{n}({a})')
for s in """m.log(0)|m.log(-1)|m.log(8,2)|m.log(8,1)|m.log(8,0)|m.log(10,inf)|m.log('a')|m.log(1,'a')|m.log()|m.log(1,2,3)|m.log2(2**10000)|m.pow(2,3)|m.pow(0,-1)|m.pow(-1,0.5)|m.pow(10,400)|m.pow(inf,2)|m.pow(-inf,3)|m.pow(nan,0)|m.pow(1,nan)|m.pow(2,'a')|m.pow(2)|m.pow(-8,1/3)|m.pow(1e-300,10)|m.pow(-inf,0.5)|m.pow(0,inf)|m.pow(0,-inf)|m.fmod(5,3)|m.fmod(5,0)|m.fmod(inf,3)|m.fmod(3,inf)|m.fmod(-5,3)|m.fmod(nan,1)|m.remainder(5,3)|m.remainder(5,0)|m.remainder(inf,3)|m.remainder(3,inf)|m.atan2(0,-1)|m.atan2('a',1)|m.atan2(1)|m.copysign(1,-0.0)|m.copysign(1,'a')|m.dist((1,2),(3,4))|m.dist((1,2),(3,))|m.dist([1,2],[3,4])|m.dist(1,2)|m.dist((),())|m.dist((1,'a'),(2,3))|m.hypot(3,4)|m.hypot()|m.hypot('a')|m.hypot(inf,nan)|m.hypot(x=1)|m.gcd()|m.gcd(12,8)|m.gcd(12,'a')|m.gcd(-5)|m.gcd(I(),10)|m.lcm()|m.lcm(4,6,0)|m.lcm(2.5)|m.gcd(1.5,2)|m.isclose(1,1+1e-10)|m.isclose(1,2,rel_tol=-1)|m.isclose(1,2,0.1)|m.isclose('a',1)|m.isclose(inf,inf)|m.isclose(1,inf)|m.isclose(1,1.1,abs_tol=0.2)|m.isclose(1)|m.isclose(1,2,foo=3)|m.comb(5,2)|m.comb(-1,2)|m.comb(5,-2)|m.comb(5,10)|m.comb(5,'a')|m.comb(5)|m.comb(1<<100,2)|m.comb(1<<100,1<<70)|m.comb(2.5,1)|m.perm(5)|m.perm(5,2)|m.perm(5,None)|m.perm(-1)|m.perm(5,-1)|m.perm(5,10)|m.perm(1<<70,1<<65)|m.perm(1<<70,2)|m.ldexp(1,2)|m.ldexp(1,10000)|m.ldexp(1,-10000)|m.ldexp(1,10**30)|m.ldexp(1,-10**30)|m.ldexp(inf,10**30)|m.ldexp(0,10**30)|m.ldexp(1,2.5)|m.ldexp('a',1)|m.ldexp(1,I())|m.modf(3.5)|m.modf(-3.5)|m.modf(-0.0)|m.nextafter(1,2)|m.nextafter(1,2,steps=3)|m.nextafter(1,2,steps=-3)|m.nextafter(1,2,steps='a')|m.nextafter(1,2,steps=2.5)|m.nextafter(1,2,3)|m.nextafter(1,inf,steps=10**30)|m.nextafter(1)|m.nextafter(0,1,steps=0)|m.nextafter(nan,1,steps=0)|m.nextafter(1,nan,steps=0)|m.fsum([.1]*10)|m.fsum([1e308,1e308])|m.fsum([inf,-inf])|m.fsum([inf,1])|m.fsum([nan])|m.fsum([1,'a'])|m.fsum([10**400])|m.prod([1,2,3])|m.prod([1,2.5])|m.prod([],start='a')|m.prod(['a',2],start=1)|m.prod([2**40]*3)|m.prod([.1]*3)|m.prod([1,2],3)|m.prod(range(1,30))|m.prod([True,2])|m.prod([1.5,2,3])|m.prod([2,3],start=1.5)|m.sumprod([1,2],[3,4])|m.sumprod([1,2],[3])|m.sumprod([.1]*3,[.2]*3)|m.sumprod([1,.5],[2,3])|m.sumprod(['a'],[2])|m.sumprod(1,2)|m.sumprod([1],2)|m.sumprod([],[])|m.sumprod([10**30],[10**30])|m.sumprod([True],[2.5])|m.sumprod([1e308,1e308],[10,-10])|m.sumprod([2**62,2**62],[2,2])|m.sumprod([inf],[0])|m.sumprod([1,2,'a'],[1,2,3])|m.sumprod([0.1]*20,[True]*20)|m.exp(710)|m.ceil(C())|m.floor(C())|m.trunc(C())|m.gamma(171)|m.gamma(172)|m.gamma(-0.5)|m.gamma(0.0)|m.gamma(-0.0)|m.lgamma(-0.5)|m.lgamma(3)|m.dist((1,2),(3,4),1)|m.hypot(1e308,1e308)|m.dist((inf,),(inf,))|m.dist((nan,inf),(1,2))|m.exp2(1024)|m.gcd(10**30,10**20)|m.log(F(),F())|m.sumprod([1],[2],3)|m.sumprod([1])|m.perm(5,'a')|m.comb(10**20,3)|m.comb(1000,500)|m.perm(100,50)|m.isqrt(True)|m.sumprod(range(10),range(10))|m.sumprod([1.5,2.5,10**400],[1,2,3])""".split("|"): t(s)
print(m.pi,m.e,m.tau,m.inf,m.nan)
