class Err(Exception):
    def __init__(self, *a, note=None): super().__init__(*a); self.note = note
def f(n):
    if n == 0: raise Err("deep", 1000, note=[2000])
    try: f(n - 1)
    except Err as e: raise ValueError(n * 1000) from e
    finally: [n]
try: f(3)
except ValueError as e:
    e.add_note("hello"); e.__cause__; e.__traceback__.tb_next; repr(e); str(e)
    try: {}["k"]
    except KeyError as k: k.args
try: raise ExceptionGroup("g", [ValueError(1), TypeError(2000)])
except* ValueError as e: e.exceptions
except* TypeError: pass
try: [1][5]
except (IndexError, KeyError) as e: e.with_traceback(None)
try: int("x" * 10)
except ValueError as e: e
try: None.foo
except AttributeError as e: e.name, e.obj
try: undefined
except NameError as e: e.name
try: 1 / 0
except ZeroDivisionError: pass
try: raise OSError(2, "no", "file")
except FileNotFoundError as e: e.filename, str(e)
try: assert 0, [1000]
except AssertionError as e: e
try: raise StopIteration(5000)
except StopIteration as e: e.value
try: b"\xff".decode()
except UnicodeDecodeError as e: str(e), e.object, e.reason
import sys
try: exec("x = (")
except SyntaxError as e: e.msg, e.text
sys.exc_info()
try:
    try: raise ValueError
    finally: raise KeyError
except KeyError as e: e.__context__
f(2)
