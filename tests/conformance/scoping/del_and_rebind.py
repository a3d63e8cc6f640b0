# Deleting and rebinding names in every kind of scope.
import sys

x = 1
del x
try:
    x
except NameError as e:
    print(e)


def local():
    y = 1
    del y
    try:
        y
    except UnboundLocalError as e:
        print(e)
    y = 2
    return y


print(local())


def cell():
    z = 1

    def get():
        return z

    def remove():
        nonlocal z
        del z
    remove()
    try:
        get()
    except NameError as e:
        print(type(e).__name__, e)
    try:
        z
    except UnboundLocalError as e:
        print(e)
    try:
        remove()
    except NameError as e:
        print(type(e).__name__, e)
    z = 3
    return get()


print(cell())


def loop():
    for i in range(3):
        del i
    try:
        i
    except UnboundLocalError as e:
        return str(e)


print(loop())


def handler():
    e = "before"
    try:
        raise ValueError
    except ValueError as e:
        pass
    try:
        return e
    except UnboundLocalError as err:
        return str(err)


print(handler())


def handler_del():
    try:
        raise ValueError
    except ValueError as e:
        del e
    return "fine"


print(handler_del())


def handler_rebind():
    try:
        raise ValueError("v")
    except ValueError as e:
        keep = e
        e = "rebound"
    try:
        e
    except UnboundLocalError:
        return "gone", str(keep)


print(handler_rebind())


def swap(a, b):
    a, b = b, a
    del b
    return a


print(swap(1, 2))


def param(p):
    before = sys.getrefcount(p)
    q = p
    del p
    return before, sys.getrefcount(q)


o = object()
print(param(o), sys.getrefcount(o))


def args(*a, **k):
    del a, k
    return sorted(locals())


print(args(1, x=2))


class C:
    v = 1
    del v
    try:
        v
    except NameError as e:
        w = str(e)


print(C.w)


def glob():
    global made
    made = 1
    del made
    try:
        made
    except NameError as e:
        return str(e)


print(glob())
for n in ("len", "no_such"):
    try:
        exec("del " + n)
    except NameError as e:
        print(e)


def with_target():
    with memoryview(b"a") as m:
        del m
    return "closed"


print(with_target())


def comp():
    k = [0]
    r = [k for k in range(3)]
    del r
    return k


print(comp(), [(lambda: w)() for w in range(2)])
