# Functions, classmethods, staticmethods: binding and what they show.
class A:
    def f(self, *args):
        return self is a, args

    @classmethod
    def c(cls, *args):
        return cls.__name__, args

    @staticmethod
    def s(*args):
        return args

    lam = lambda self: "lam"
    builtin = len


class B(A):
    pass


a = A()
print(a.f(1), A.f(a, 2), a.c(1), A.c(2), B.c(), B().c(), a.s(1), A.s(), a.lam())
print(a.builtin([1, 2]))
print(type(A.__dict__["c"]).__name__, type(A.__dict__["s"]).__name__, type(A.f).__name__, type(a.f).__name__, type(a.c).__name__)
print(a.f.__name__, a.f.__qualname__, a.f.__func__ is A.f, A.c.__self__ is A, B.c.__self__ is B, a.s is A.s)
print(A.__dict__["c"].__func__.__name__, A.__dict__["s"].__wrapped__ is A.s, A.__dict__["s"](4))
a.g = lambda x: x
print(a.g(3))
a.h = A.f.__get__(a)
print(a.h(1), a.h == a.f, a.h is a.f, hash(a.h) == hash(a.f))
try:
    a.f.x = 1
except AttributeError as e:
    print(e)
A.f.x = 1
print(a.f.x)
for f in (lambda: A.f(), lambda: A.__dict__["c"](), lambda: classmethod(), lambda: A.f.__get__(None), lambda: A.f.__get__(None, None)):
    try:
        print(type(f()).__name__)
    except TypeError as e:
        print(e)
print(A.f.__get__(None, A) is A.f, classmethod(3).__func__, staticmethod(3).__func__)
