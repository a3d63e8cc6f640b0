# Names in class bodies: locals, enclosing, globals, deletion, nested classes, annotations.
x = "global"


class A:
    x = x + "+class"
    y = x

    def f(self):
        return x

    z = f
    del y
    for i in range(3):
        j = i
    if True:
        cond = "yes"
    try:
        1 / 0
    except ZeroDivisionError as e:
        caught = str(e)
    with memoryview(b"ab") as m:
        size = m.nbytes
    import sys as module
    lam = lambda self: x
    (a, b), *c = (1, 2), 3, 4
    print("in body", __qualname__, __module__, sorted(k for k in locals() if len(k) == 1))

    class B:
        v = "B" + x
        try:
            w = y
        except NameError as e:
            w = str(e)


print(A.x, A().f(), A.z is A.f, hasattr(A, "y"), A.i, A.j, A.cond, A.caught, hasattr(A, "e"), A.size, A.module.__name__, A().lam(), A.a, A.b, A.c, A.B.v, A.B.w)


def outer():
    x = "outer"

    class C:
        y = x
        exec("x = 'exec in class'")
        z = x
        x = "C"
        w = x

        def f(self):
            return x
    return C.y, C.z, C.w, C().f(), sorted(k for k in vars(C) if len(k) == 1)


print(outer())


def unbound():
    class D:
        x = x
    x = "late"
    return D.x


try:
    print(unbound())
except NameError as e:
    print(type(e).__name__, e)


class E:
    a: int
    b: int = 2
    c: "forward"
    (d): int = 4
    lst = []
    lst[0:0]: int = [1]


print(E.__annotations__, hasattr(E, "a"), E.lst, E.d)


class F:
    def g(): return "plain"
    v = g()
    h = staticmethod(g)


print(F.v, F.h(), F.g())


def params(cls=A, *, name=A.x):
    return cls.__name__, name


print(params())
v: int
w: int = 5
print(__annotations__, "v" in globals())


def local_annotations():
    q: undefined_type = 3
    r: print("not evaluated")
    return q


print(local_annotations(), local_annotations.__annotations__)
