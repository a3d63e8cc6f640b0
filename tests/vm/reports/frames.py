# sys._getframe and what it answers; sys.exc_info and sys.exception.
import sys


def depth():
    f = sys._getframe()
    n = 0
    while f is not None:
        n += 1
        f = f.f_back
    return n


def inner():
    return [sys._getframe(i).f_code.co_name for i in range(3)]


def outer():
    return inner()


print(depth(), outer(), sys._getframe().f_lineno, sys._getframe(0).f_globals is globals())
for bad in (100, -1, "x", 1.5, None):
    try:
        print(sys._getframe(bad).f_code.co_name)
    except Exception as e:
        print(type(e).__name__, e)
print(sys._getframemodulename(), sys._getframemodulename(100), sys._getframemodulename(depth=0))
print(sys.exc_info(), sys.exception())


def handled():
    return sys.exc_info()[1], sys.exception()


try:
    1 / 0
except ZeroDivisionError as e:
    print(handled() == (e, e), sys.exc_info()[0], sys.exc_info()[2] is e.__traceback__)
    try:
        [][1]
    except IndexError as e2:
        print(sys.exception() is e2)
    print(sys.exception() is e)


def gen():
    print("in generator", sys.exception())
    try:
        raise KeyError
    except KeyError:
        yield repr(sys.exception())
        yield repr(sys.exception())


try:
    raise TypeError("outer")
except TypeError:
    g = gen()
    print(next(g), repr(sys.exception()))
print(next(g), sys.exception())
print(len(sys._current_frames()), list(sys._current_frames().values())[0] is sys._getframe())
print(list(sys._current_exceptions().values()))
