# What a call with the wrong arguments says.
def f0(): pass
def f1(a): pass
def f2(a, b=1): pass
def f3(a, b, c): pass
def pos(a, b, /, c): pass
def kwo(*, x, y, z=1): pass
def var(a, *args, k, **kw): pass
def one(*, only): pass


class A:
    def m(self, x): pass
    def __init__(self, p=1): pass
    def __call__(self, q): pass


three, text = 3, "s"
calls = ["f0(1)", "f0(1, 2)", "f0(x=1)", "f1()", "f1(1, 2)", "f1(1, a=1)", "f1(b=1)", "f2()", "f2(1, 2, 3)", "f2(1, b=2, c=3)", "f3()", "f3(1)", "f3(1, 2)", "f3(c=1)", "f3(1, 2, 3, 4)", "f3(b=1)", "pos(a=1, b=2, c=3)", "pos(1, b=2, c=3)", "pos(1)", "pos(1, 2, 3, 4)", "kwo()", "kwo(x=1)", "kwo(1)", "kwo(1, x=1, y=2)", "kwo(x=1, y=2, w=3)", "kwo(1, 2, 3)",
         "var()", "var(1)", "var(1, 2)", "var(k=1)", "var(1, k=2, a=3)", "one()", "one(3)", "A().m()", "A().m(1, 2)", "A(1, 2)", "A(q=1)", "A()()", "A()(1, 2)", "A.m()", "f1(*[1, 2])", "f1(**{'z': 1})", "f1(*3)", "f1(**3)", "f1(**{1: 2})", "f2(1, **{'a': 2})", "f1(a=1, **{'a': 2})", "f2(**{'a': 1}, **{'a': 2})",
         "(lambda x: x)()", "(lambda: 1)(2)", "three()", "text()", "__doc__()", "calls()", "f1(1)()", "A.m(1)", "f3(*'ab')", "f3(*'abcd')", "kwo(**{'x': 1, 'y': 2, 'q': 3, 'r': 4})", "f2(1, bb=2)", "f3(1, 2, d=4)"]
for c in calls:
    try:
        exec(c)
        print(c, "fine")
    except TypeError as e:
        print(c, "->", e)
