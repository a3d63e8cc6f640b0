# BaseException passes except Exception; else and finally still run.
log = []
for kind in (KeyboardInterrupt, SystemExit, GeneratorExit, ValueError):
    try:
        try:
            raise kind("x")
        except Exception as e:
            log.append("exception " + type(e).__name__)
        finally:
            log.append("finally")
    except BaseException as e:
        log.append("base " + type(e).__name__)
print(log)


def f():
    try:
        raise KeyboardInterrupt
    except:
        return "bare except"


print(f())


def reraise():
    try:
        raise ValueError("one")
    except ValueError as e:
        first = e
        try:
            raise
        except ValueError as again:
            return first is again, len(first.args)


print(reraise())


def traceback_lines():
    def thrower():
        raise ValueError
    try:
        thrower()
    except ValueError as e:
        tb = e.__traceback__
        out = []
        while tb:
            out.append((tb.tb_frame.f_code.co_name, tb.tb_lineno - tb.tb_frame.f_code.co_firstlineno))
            tb = tb.tb_next
        return out


print(traceback_lines())
import sys
print(sys.exc_info())
try:
    1 / 0
except ZeroDivisionError as e:
    print(sys.exc_info()[0].__name__, sys.exc_info()[1] is e, sys.exception() is e)
    try:
        [][0]
    except IndexError:
        print(type(sys.exception()).__name__)
    print(type(sys.exception()).__name__)
print(sys.exception())
