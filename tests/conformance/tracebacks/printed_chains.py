# expects: stderr
# sys.excepthook on chains: cause, context, suppressed context, cycles, notes, groups.
import sys


def show(f):
    try:
        f()
    except BaseException as e:
        sys.excepthook(type(e), e, e.__traceback__)
        print("-" * 10, file=sys.stderr)


def cause():
    try:
        {}["k"]
    except KeyError as e:
        raise ValueError("from cause") from e


def context():
    try:
        [][0]
    except IndexError:
        int("x")


def suppressed():
    try:
        1 / 0
    except ZeroDivisionError:
        raise RuntimeError("alone") from None


def three():
    try:
        cause()
    except ValueError:
        undefined_thing


def noted():
    e = TypeError("with notes")
    e.add_note("one")
    e.add_note("two\nlines")
    raise e


def cycle():
    a, b = ValueError("a"), ValueError("b")
    a.__context__, b.__context__ = b, a
    raise a


def group():
    errors = []
    for f in (cause, noted):
        try:
            f()
        except Exception as e:
            errors.append(e)
    raise ExceptionGroup("several", errors + [ExceptionGroup("nested", [KeyError("deep")])])


def generator():
    def g():
        yield 1
        raise OSError(2, "in generator", "name")
    list(g())


def multiline():
    raise ValueError("first\nsecond\n")


class BadStr(Exception):
    def __str__(self):
        raise KeyError


def bad_str():
    raise BadStr


def empty():
    raise ValueError


def no_module():
    import does_not_exist


class Outer:
    class Inner(Exception):
        pass


def qualified():
    raise Outer.Inner("q")


for f in (cause, context, suppressed, three, noted, cycle, group, generator, multiline, bad_str, empty, no_module, qualified):
    show(f)
print("done")
