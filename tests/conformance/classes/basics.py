# Class statements: body scope, names, qualified names, docs, dictionaries.
class A:
    """The doc of A."""
    x = 1
    y = x + 1

    def m(self):
        return self.x

    class Inner:
        pass


a = A()
print(A.__name__, A.__qualname__, A.Inner.__qualname__, A.m.__qualname__, A.__module__, A.__doc__)
print([k for k in A.__dict__ if k != "__weakref__"])
print(a.__dict__, a.m(), A.m(a), A.y)
a.x = 5
print(a.m(), A.x, a.__dict__, type(a) is A, a.__class__ is A)
A.z = 9
print(a.z, hasattr(A, "w"), getattr(a, "w", "none"))
for f in (lambda: a.w, lambda: A.w, lambda: A(1), lambda: a.m(1), lambda: A.m(), lambda: A.x.y, lambda: a()):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
print(A.__bases__, A.__mro__ == (A, object), A.__base__ is object)
print(type(A), type(type), isinstance(A, type), issubclass(A, object), callable(A), callable(a))
try:
    A.__name__ = 3
except TypeError as e:
    print(e)
A.__name__ = "B"
print(A.__name__, A.__qualname__, type(a).__name__)
try:
    class C:
        print(q)
except NameError as e:
    print(e)
