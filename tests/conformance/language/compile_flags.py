# The flags of compile(), and what it says of what it cannot take.
ONLY_AST, DONT_IMPLY_DEDENT, ALLOW_INCOMPLETE, TOP_LEVEL_AWAIT = 0x400, 0x200, 0x4000, 0x2000
BARRY = 0x400000


def attempt(*args, **kwargs):
    try:
        code = compile(*args, **kwargs)
        print("ok", code.co_flags, code.co_consts, code.co_names)
    except (SyntaxError, ValueError, TypeError) as error:
        print(type(error).__name__, error.args)


for source in ("a", "a +", "if x:\n", "if x:\n  y", "if x:\n  y\n", "(", "'''a", "a b", "x = [", "def f():", "\\", "# c", ""):
    for flags in (0, ALLOW_INCOMPLETE, ALLOW_INCOMPLETE | DONT_IMPLY_DEDENT):
        print(repr(source), flags, end=" ")
        attempt(source, "<source>", "single", flags)
for level in (-1, 0, 1, 2, 3):
    attempt("'doc'\nassert x, 1\nif __debug__: y\ndef f():\n  'inner'", "<source>", "exec", 0, False, level)
for flags in (0, TOP_LEVEL_AWAIT):
    attempt("await x", "<source>", "exec", flags)
    attempt("[i async for i in x]", "<source>", "eval", flags)
for source in ("2 <> 3", "2 != 3", "from __future__ import barry_as_FLUFL\n2 <> 3", "from __future__ import barry_as_FLUFL\n2 != 3"):
    for flags in (0, BARRY):
        attempt(source, "<source>", "exec", flags)
attempt("x: int", "<source>", "exec", 0x1000000)
attempt("x", "<source>", "exec", 0x10000000)
attempt("x", "<source>", "other")
attempt("x", "<source>", "func_type")
attempt("x", "<source>", "func_type", ONLY_AST | 0x10000000)
attempt("x\0", "<source>", "exec")
attempt(b"# coding: latin-1\ns = '\xe9'", "<source>", "exec")
attempt(b"# coding: nonsense\n", "<source>", "exec")
attempt(b"\xef\xbb\xbfx = 1", b"<source>", "exec")
attempt(1, "<source>", "exec")
attempt("x", 1, "exec")
attempt("x", "<source>", "exec", "a")
for source in ("def f(a, a): pass", "nonlocal x", "return", "break", "def f():\n  x\n  global x", "from __future__ import x"):
    attempt(source, "<source>", "exec")
