# Code objects made by programs, and copies of them with other parts.
def func(a, b=1, *c, d, **e):
    x = a + b

    return lambda: x


code = func.__code__
CodeType = type(code)
PARTS = [
    "argcount", "posonlyargcount", "kwonlyargcount", "nlocals", "stacksize", "flags", "code", "consts", "names",
    "varnames", "filename", "name", "qualname", "firstlineno", "linetable", "exceptiontable", "freevars", "cellvars",
]
values = [getattr(code, "co_" + name) for name in PARTS]
same = CodeType(*values)
print(same == code, hash(same) == hash(code), same is code)


def attempt(make):
    try:
        return make()
    except (TypeError, ValueError, SystemError) as error:
        print(type(error).__name__, error)


attempt(lambda: CodeType())
attempt(lambda: CodeType(*values, 1))
attempt(lambda: CodeType(*values[:16], x=1))
for i in (0, 1, 2):
    attempt(lambda: CodeType(*values[:i], -1, *values[i + 1 :]))
for i in (6, 7, 8, 9, 10, 13, 14, 16):
    attempt(lambda: CodeType(*values[:i], 1.5, *values[i + 1 :]))
attempt(lambda: CodeType(*values[:3], values[3] + 1, *values[4:]))
attempt(lambda: CodeType(*values[:8], (1,), *values[9:]))
attempt(lambda: code.replace(co_nlocals=1))
attempt(lambda: code.replace(co_varnames=("a",)))
attempt(lambda: code.replace(co_nonsense=1))
print(code.replace(co_name="other", co_qualname="some.other", co_filename="file.py"))
bare = code.replace(co_linetable=b"")
print(list(bare.co_lines()), list(bare.co_positions()))
print(list(code.co_lines())[:4], next(code.co_positions()))
print(code._varname_from_oparg(0), len(code._co_code_adaptive) == len(code.co_code))


def strange():
    pass


strange.__code__ = strange.__code__.replace(co_code=b"\xe5" + strange.__code__.co_code[1:])
attempt(strange)


def fails():
    1 / 0


fails.__code__ = fails.__code__.replace(co_linetable=b"")
try:
    fails()
except ZeroDivisionError as error:
    print(error.__traceback__.tb_next.tb_lineno, error.__traceback__.tb_next.tb_frame.f_lineno)
