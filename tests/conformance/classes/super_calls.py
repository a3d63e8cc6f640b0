# super() in its forms: no arguments, two, bound to classes, unbound.
class A:
    def __init__(self):
        self.log = ["A"]

    def who(self):
        return "A"

    @classmethod
    def make(cls):
        return "A." + cls.__name__

    @property
    def p(self):
        return "A.p"


class B(A):
    def __init__(self):
        super().__init__()
        self.log.append("B")

    def who(self):
        return "B" + super().who()

    @classmethod
    def make(cls):
        return "B." + super().make()

    @property
    def p(self):
        return "B." + super().p


class C(A):
    def __init__(self):
        super(C, self).__init__()
        self.log.append("C")

    def who(self):
        return "C" + super(C, self).who()


class D(B, C):
    def who(self):
        f = lambda: super(D, self).who()
        return "D" + f()


d = D()
print(d.log, d.who(), D.make(), d.make(), d.p)
print(super(B, d).who(), super(A, d).__thisclass__.__name__, super(D, D).make())
s = super(B)
print(s.__self__, s.__self_class__, s.__get__(d, D).who())
for f in (lambda: super(), lambda: super(int, d), lambda: super(B, d).nope, lambda: super(3), lambda: super(A, d).who()):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


class E(A):
    def who(self):
        return [super().who() for _ in range(2)]

    def bad():
        return super().who()

    def gone(self):
        del self
        return super().who()


print(E().who())
for f in (E.bad, E().gone):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
