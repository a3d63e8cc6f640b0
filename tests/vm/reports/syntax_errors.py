# SyntaxErrors show file, line, text and carets, whatever their attributes are.
import sys
def show(src, mode="exec"):
    try: compile(src, "file.py", mode)
    except BaseException as e:
        sys.excepthook(type(e), e, None)
for s in ["x = = 1", "  x", "if 1:\nx", "if 1:\n  x\n y", "def f(:\n pass", "x = (1,\n2", "'abc", "'''abc\n\nx", "print 1", "a b", "f(x for x in y, 1)", "a = 5 +", "é = = 1", "日本 = (", "1 = x", "return", "def f():\n  yield = 1", "for", "x = {1:2, 3}", "\tx = = 1", "x = 'é' 5", "if x\n  y", "lambda: (yield", "0777", "1__0", "f'{'", "f'{a b}'", "async x", "a\\b", "$", "x = 5 5", "class A\n pass", "try:\n pass\nx", "import", "from x import", "nonlocal x", "def f(a, a): pass", "break", "with open(x) as 5: pass", "del f()", "(a, b) += 1", "x = yield = 1", "\n\n  \n   if", "if 1:\n\tx\n        y", "x" * 20 + " = = " + "y"*30, "(\n\n1 2\n)", "f(a=1, 2)", "f(**a, *b)", "assert (x, y", "a = [1, 2\nb = 3", "'\\x1'", "b'é'", "\"a\nb\""]:
    show(s)
for args in [("msg",), ("msg", ("f.py", 1, 1, "text")), ("msg", ("f.py", 3, 3, "  text\n", 3, 6)), ("msg", (None, None, None, None)), ("msg", ("f.py", None, None, "t")), ("m", ("f", 2, None, "abc")), ("m", ("f", 2, 0, "abc")), ("m", ("f", 2, -3, "abc")), ("m", ("f", 2, 100, "abc")), ("m", ("f", 2, 2, "abc\ndef\nghi")), ("m", ("f", 2, 6, "abc\ndef\nghi")), ("m", ("f", 2, 1, "abc", 3, 2)), ("m", ("f", 2, 1, "abc", 2, 50)), ("m", ("f", 2, 3, "abc", 2, 2)), ("m", ("f", 2, 3, "\f \tabc", 2, 6)), ("", ("f", 2, 3, "abc", 2, 6)), (None, ("f", 2, 3, "abc", 2, 6)), (5, ("f", 2, 3, "abc", 2, 6)), ("m", (5, 2, 3, "abc", 2, 6)), ("m", ("f", "2", 3, "abc", 2, 6)), ("m", ("f", 2, "3", "abc", 2, 6)), ("m", ("f", 2, 4, "日本語abc", 2, 6)), ("m", ("f", 2, 20, "日本語abc", 2, 6)), ("m", ("f", 2, 3, "", 2, 6)), ("m", ("f", 2, 1, "\n", 2, 6)), ("m", ("f", 2, 1, "a\n\n", 2, 3)), ("m", ("f", 2, 4, "a\n\nb", 2, 3)), ("m", ("f", 2, 6, "abc\ndefgh\nghi", 2, 8)), ("m", ("f", 2, 6, "abc\ndefgh\nghi", 2, 28)), ("m", ("f", 2, 2, "   abc", 2, 3)), ("m", ("f", 2, 2, "   abc", 2, 6)), ("m", ("f", 2, 5, "   abc", 2, 6)), ("m", ("f", 2, 2, "日本", 2, 60)), ("m", ("f", 2, 2, "  abc\nd\n", 4, 60)), ("m", ("f", 2, 4, "  日abc\nd\n", 4, 60))]:
    for t in (SyntaxError, IndentationError, TabError):
        try: e = t(*args)
        except Exception as x: print(x); continue
        e.add_note("note")
        sys.excepthook(t, e, None)
class Fake(Exception):
    print_file_and_line = None
    msg = "fake"; filename = None; lineno = 4; offset = None; text = None
sys.excepthook(Fake, Fake("str"), None)
Fake.lineno = None
sys.excepthook(Fake, Fake("str"), None)
try: raise SyntaxError("raised", ("f", 2, 1, "abc", 2, 6))
except SyntaxError as e: sys.excepthook(SyntaxError, e, e.__traceback__)
class S(SyntaxError): pass
sys.excepthook(S, S("m", ("f", 2, 1, "abc", 2, 3)), None)
