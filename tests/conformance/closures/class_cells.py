# Classes do not close over their own names; __class__ is a cell.
def outer():
    x = "outer"

    class A:
        x = "class"
        y = x
        def m(self):
            return x
        z = [x for _ in range(1)]
        w = (lambda: x)()

    return A


A = outer()
print(A.y, A().m(), A.z, A.w)
x = "global"


class B:
    y = x
    x = "B"
    z = x
    l = [x for _ in "a"]


print(B.y, B.z, B.l)


class C:
    def m(self):
        return __class__.__name__

    def n(self):
        return [__class__ for _ in range(1)]


class D(C):
    pass


print(D().m(), D().n()[0] is C, C.m.__code__.co_freevars, C.m.__closure__[0].cell_contents is C)


def f():
    v = 1
    class E:
        nonlocal v
        v = 2
        global g
        g = 3
    return v, E.__dict__.get("v"), g


print(f())


def shadow():
    y = "fn"
    class F:
        print(y)
        if False:
            y = 1
    return F


try:
    shadow()
except NameError as e:
    print(e)


def leak():
    class G:
        def m(self):
            return H
    H = 5
    return G().m()


print(leak())
