# needs: library
from decimal import *
import decimal, math, copy
from fractions import Fraction
def t(f, *a, **k):
    try: print(f(*a, **k))
    except BaseException as e: print(type(e).__name__, e)
D=Decimal
print(D('0.1')+D('0.2'), D(1)/D(3), D('1.10')*3, D(2).sqrt(), D(10)**-3, D('1.5')**2, D(2)**D('0.5'), D(0.1), D('NaN'), D('-Infinity'), D((1,(1,2,3),-2)))
print(repr(D('1E+5')), D('0E-7'), D('123.456').quantize(D('0.01')), round(D('2.675'),2), round(D('2.5')), int(D('-7.9')), float(D('1.25')), D('7')//2, D('-7')%3, divmod(D(7),D(2)), -D('0'), abs(D('-3.20')))
print(D('1.0')==1, D('0.5')==0.5, D('0.1')==0.1, hash(D(3))==hash(3), hash(D('0.5'))==hash(0.5), D(1)<2<D(3), sorted([D(3),D(1),D(2)]), D('1.0').as_tuple(), D('1.25').as_integer_ratio())
getcontext().prec=5; print(D(1)/D(7), D('123456789')+0, getcontext()); getcontext().prec=28
t(lambda: D(1)/0); t(lambda: D('x')); t(lambda: D(0)/0); t(lambda: D(-1).sqrt()); t(D, [1]); t(lambda: D('NaN')<1)
with localcontext() as c:
    c.prec=50; print(D(2).sqrt(), D(1).exp(), D(10).ln())
with localcontext(prec=4, rounding=ROUND_UP) as c: print(D('1.23456')+0, c.flags[Inexact])
print(f"{D('1234567.891'):,.2f}|{D('0.5'):.1%}|{D('12345.6'):e}|{D('3.14159'):8.3f}|{D('-5'):+}|{D('5'):>6}|{D('5'):06.2f}|{D('1E+3'):f}|{D('123.456'):.3g}")
print(D('100').normalize(), D('1200').normalize(), D('1.200').normalize(), D('1.1').to_integral_value(), D('12.5').to_integral_value(ROUND_HALF_UP), D('1e3').to_eng_string(), D('3').copy_sign(D('-1')))
print(D('1').exp(), D('2').ln(), D('2').log10(), D('1000').log10(), D('5').max(3), D('5').min(3), D('1').compare(2), D('1.5').fma(2,3), math.floor(D('-1.5')), math.ceil(D('1.2')))
print(sum([D('0.1')]*10), D('0.1')*3-D('0.3'), copy.deepcopy(D('1.5')), D('1_000.5'), D('  12 '), D(True), bool(D('0.0')), D('1E-10'), D('0.0000001'), D('123E+3'))
print(Fraction(D('0.25')), Fraction('1/3')+1, D(str(Fraction(1,4).numerator)))
import statistics; print(statistics.mean([1,2,3,4]), statistics.stdev([1,2,3,4]), statistics.median([D('1.5'),D('2.5')]), statistics.mean([D('1.5'),D('2.5')]))
for r in (ROUND_UP,ROUND_DOWN,ROUND_CEILING,ROUND_FLOOR,ROUND_HALF_UP,ROUND_HALF_DOWN,ROUND_HALF_EVEN,ROUND_05UP): print([str(D(x).quantize(D('1'),r)) for x in ('1.5','-1.5','2.5','1.2','-1.2','0.5')])
print(D('9.99E+999999')*1 if 0 else '', D(10).logb() if hasattr(D,'logb') and 0 else '', D('1').is_finite(), D('inf').is_infinite(), D('nan').is_nan(), D(2)**100, D(3)**-2, D('1.1')**10)
t(lambda: D('1E+999999')*10); t(lambda: D('nan')==D('nan')); t(hash, D('sNaN')); t(int, D('inf')); t(int, D('nan'))

print([format(Decimal(v), spec) for v in ("1234567.891", "-0.00012", "NaN", "-Infinity", "0") for spec in (",.2f", "z.1f", "+z.0f", "z.3e", "010.2f", "*^14", "%")])
