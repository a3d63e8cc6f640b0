# Traceback and frame objects: lines, names, locals, linking, clearing.
import sys


def a(x):
    y = x + 1
    b(y)


def b(z):
    raise ValueError(z)


try:
    a(1)
except ValueError as e:
    tb = e.__traceback__
    chain = []
    while tb:
        f = tb.tb_frame
        chain.append((f.f_code.co_name, tb.tb_lineno, f.f_lineno, sorted(f.f_locals) if f.f_code.co_name != "<module>" else "-", tb.tb_lasti > 0))
        tb = tb.tb_next
    print(chain)
    last = e.__traceback__.tb_next.tb_next
    print(last.tb_frame.f_back.f_code.co_name, last.tb_frame.f_locals, last.tb_next, last.tb_frame.f_globals is globals(), last.tb_frame.f_builtins["len"] is len)
    e.__traceback__.tb_next = None
    print(e.__traceback__.tb_next)
    for bad in (3, "x"):
        try:
            e.__traceback__.tb_next = bad
        except TypeError as x:
            print(x)
    try:
        last.tb_next = last
    except ValueError as x:
        print(x)
    T = type(last)
    made = T(None, last.tb_frame, 0, 77)
    print(made.tb_lineno, made.tb_next, type(made).__name__)
    try:
        T()
    except TypeError as x:
        print(x)


def frames():
    f = sys._getframe()
    return f.f_code.co_name, f.f_back.f_code.co_name, f.f_lineno - f.f_code.co_firstlineno, sys._getframe(1).f_code.co_name, f.f_locals is f.f_locals


print(frames())
try:
    sys._getframe(1000)
except ValueError as e:
    print(e)


def clear_me():
    big = [1]
    raise KeyError


try:
    clear_me()
except KeyError as e:
    f = e.__traceback__.tb_next.tb_frame
    print(f.f_locals)
    f.clear()
    print(f.f_locals)
try:
    sys._getframe().clear()
except RuntimeError as e:
    print(e)


def reraise():
    try:
        b(5)
    except ValueError as e:
        raise


def lines(e):
    tb, out = e.__traceback__, []
    while tb:
        out.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    return out


try:
    reraise()
except ValueError as e:
    print(lines(e))
err = ValueError("kept")
for _ in range(2):
    try:
        raise err
    except ValueError as e:
        print(len(lines(e)))
try:
    raise err.with_traceback(None)
except ValueError as e:
    print(len(lines(e)))
