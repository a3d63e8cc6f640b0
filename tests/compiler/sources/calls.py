import os, sys
from m import imported
f(); f(1); f(1, 2, a=3); f(*a); f(**a); f(1, *a, b=2, **c); f(*a, *b, c=1, **d, e=2)
x.m(); x.m(1, a=2); x.m(*a); x.m(**a); os.path.join(1); imported.x(2); sys.exit()
x.a.b(c)(d).e[f](g=1)
f(x for x in y)
f(a)(b)(c)
print(a, b, sep='', end='')
f(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, b0, b1, b2, b3, b4, b5, b6, b7, b8, b9, c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, d0)
x.f(a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, b0, b1, b2, b3, b4, b5, b6, b7, b8, b9, c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, d0)
f(a0=0, a1=1, a2=2, a3=3, a4=4, a5=5, a6=6, a7=7, a8=8, a9=9, b0=0, b1=1, b2=2, b3=3, b4=4, b5=5, b6=6, b7=7)
f(**a, a0=0, a1=1, a2=2, a3=3, a4=4, a5=5, a6=6, a7=7, a8=8, a9=9, b0=0, b1=1, b2=2, b3=3, b4=4, b5=5, b6=6, b7=7)
[a0, a1, a2, a3, a4, a5, a6, a7, a8, a9, b0, b1, b2, b3, b4, b5, b6, b7, b8, b9, c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, d0]
{a0: 0, a1: 1, a2: 2, a3: 3, a4: 4, a5: 5, a6: 6, a7: 7, a8: 8, a9: 9, b0: 0, b1: 1, b2: 2, b3: 3, b4: 4, b5: 5, b6: 6, b7: 7}
{'a0': 0, 'a1': 1, 'a2': 2, 'a3': 3, 'a4': 4, 'a5': 5, 'a6': 6, 'a7': 7, 'a8': 8, 'a9': 9, 'b0': 0, 'b1': 1, 'b2': 2, 'b3': 3, 'b4': 4, 'b5': 5, 'b6': 6, 'b7': 7, 'b8': a}
f"{a}{b}{c}{d}{e}{f}{g}{h}{i}{j}{k}{l}{m}{n}{o}{p}{q}{r}{s}{t}{u}{v}{w}{x}{y}{z}{a}{b}{c}{d}{e}{f}{g}"

class C(Base):
    def m(self, a):
        super().m(a)
        super(C, self).n
        super().p.q(a)
        super().r
        super().__class__
        return super(a, b, c), super(*a), super(x=1)
    def n():
        super().x
    @staticmethod
    def o(*args):
        super().x
    def p(self):
        def inner():
            super().x
        lambda z: super().y
        return [super().x for _ in a]
def f(super, self):
    super().x
