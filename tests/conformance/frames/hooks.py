# The hooks of sys: exceptions that nobody handles, that cannot be raised, and what a prompt displays.
import sys


def show(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


class Noisy:
    def __del__(self):
        raise ValueError("in del")


def unraisable(args):
    print("unraisable", args.exc_type.__name__, args.exc_value, args.err_msg, callable(args.object))
    print(type(args).__name__, args.exc_traceback is not None, len(args))


sys.unraisablehook = unraisable
Noisy()


def gen():
    try:
        yield
    finally:
        raise KeyError("in a dying generator")


g = gen()
next(g)
del g


def broken(args):
    raise RuntimeError("the hook itself")


sys.unraisablehook = broken
Noisy()
sys.unraisablehook = sys.__unraisablehook__
Noisy()
sys.unraisablehook = None
Noisy()
del sys.unraisablehook
Noisy()
sys.unraisablehook = sys.__unraisablehook__
show(lambda: sys.unraisablehook(3))

print(sys.exc_info(), sys.exception())
try:
    1 / 0
except ZeroDivisionError as e:
    info = sys.exc_info()
    print(info[0].__name__, info[1] is e, info[2] is e.__traceback__, sys.exception() is e)
    try:
        raise KeyError("k")
    except KeyError:
        print(sys.exc_info()[0].__name__)
    print(sys.exc_info()[0].__name__)
    sys.excepthook(*info)
    sys.excepthook(None, ValueError("without a traceback"), None)
    sys.excepthook(None, ValueError("given one"), info[2])
    sys.excepthook(1, 2, 3)
print(sys.exc_info())


def handled():
    try:
        raise ValueError("a")
    except ValueError:
        yield sys.exc_info()[0].__name__
        yield sys.exc_info()[0].__name__
    yield sys.exc_info()[0]


g = handled()
print(next(g), sys.exc_info()[0])
try:
    raise KeyError
except KeyError:
    print(next(g), next(g), sys.exc_info()[0].__name__)

sys.displayhook(5)
print(_)
sys.displayhook(None)
print(_)
sys.displayhook("text")
print(repr(_))
del sys.modules["builtins"]._


class Shown:
    def __repr__(self):
        return "shown \u00e9"


sys.displayhook(Shown())
exec(compile("1 + 1", "<s>", "single"))
old = sys.displayhook
sys.displayhook = lambda value: print("displays", value)
exec(compile("2 + 2", "<s>", "single"))
del sys.displayhook
show(lambda: exec(compile("2 + 2", "<s>", "single")))
sys.displayhook = old


# what an exception leaves behind
class Hook(Exception):
    pass


def excepthook(kind, value, tb):
    print("hook", kind.__name__, value, tb.tb_lineno if tb else None, value.__traceback__ is tb)


sys.excepthook = excepthook
try:
    raise Hook("first") from KeyError("cause")
except Hook as e:
    e.add_note("a note")
    e.add_note("another")
    print(e.__notes__, repr(e.__cause__), e.__suppress_context__)
    show(lambda: e.add_note(3))
    sys.__excepthook__(*sys.exc_info())
raise Hook("the end")
