# __context__, __cause__, __suppress_context__ and raise from.
def show(e, depth=0):
    print("  " * depth + repr(e), "cause", repr(e.__cause__), "suppress", e.__suppress_context__)
    if e.__context__ is not None:
        show(e.__context__, depth + 1)


def run(f):
    try:
        f()
    except BaseException as e:
        show(e)


def a():
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("second")


def b():
    try:
        1 / 0
    except ZeroDivisionError as e:
        raise ValueError("second") from e


def c():
    try:
        1 / 0
    except ZeroDivisionError:
        raise ValueError("second") from None


def d():
    try:
        try:
            raise KeyError("one")
        finally:
            raise TypeError("two")
    except TypeError:
        raise IndexError("three")


def e():
    err = ValueError("self")
    try:
        raise err
    except ValueError:
        raise err


def f():
    try:
        raise KeyError
    except KeyError:
        try:
            raise ValueError
        except ValueError:
            pass
        raise


for g in (a, b, c, d, e, f, lambda: exec("raise 3"), lambda: exec("raise"), lambda: exec("raise ValueError from 3"),
          lambda: exec("raise ValueError('x') from KeyError")):
    run(g)
x = ValueError()
for name, value in (("__cause__", 3), ("__context__", "s"), ("__traceback__", 1), ("args", 3), ("__suppress_context__", 1)):
    try:
        setattr(x, name, value)
        print("set", name)
    except TypeError as err:
        print(err)
