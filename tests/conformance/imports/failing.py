# A module that fails while it is imported is not kept, and its traceback names it.
import sys

for _ in range(2):
    try:
        import _broken
    except ValueError as e:
        tb = e.__traceback__
        while tb.tb_next:
            tb = tb.tb_next
        print(e, tb.tb_lineno, tb.tb_frame.f_code.co_filename.split("/")[-1], tb.tb_frame.f_globals["before"])
    print("_broken" in sys.modules)
try:
    import _syntax
except SyntaxError as e:
    print(e.msg, e.lineno, e.offset, e.filename.split("/")[-1], repr(e.text))
print("_syntax" in sys.modules)
try:
    import nothing_here.at_all
except ModuleNotFoundError as e:
    print(e, e.name, e.path)
try:
    import sys.path
except ModuleNotFoundError as e:
    print(e, e.name)
try:
    __import__("")
except ValueError as e:
    print(e)
try:
    __import__("_shapes", fromlist=["x"], level=1)
except (ImportError, KeyError) as e:
    print(type(e).__name__, e)
try:
    __import__("x", level=-1)
except ValueError as e:
    print(e)


def inner():
    import _broken


try:
    inner()
except ValueError as e:
    names = []
    tb = e.__traceback__
    while tb:
        names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    print(names)
