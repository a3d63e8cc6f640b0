# What compile says of source that is not Python: message, line, column, end.
sources = ["x = ", "x + ", "1 2", "if x", "if x:\npass", "  x", "x\n  y", "def", "def f", "def f(", "def f():", "class", "class A", "for", "for x", "for x in", "while", "return", "break", "continue", "yield", "await x", "import", "from", "from x", "from x import", "from x import *, y",
           "import a as", "lambda", "lambda x", "(", ")", "[", "]", "{", "}", "(]", "[)", "{1: }", "{1, 2: 3}", "'abc", '"""abc', "f'{'", "f'{x'", "f'}'", "f'{}'", "f'{x!z}'", "f'{x:{y}'", "0x", "0b2", "0o8", "012", "1_", "1__0", "1e", "1.e+", "1abc", "$", "?", "x ? y", "a = b = ", "a == ", "not", "x not y",
           "print 'x'", "exec 'x'", "raise x, y", "except:", "try:\n pass", "try:\n pass\nfinally:", "try:\n pass\nexcept:\n pass\nexcept A:\n pass", "else:", "elif x:", "with", "with x", "with x as", "del", "del x +", "global", "global x,", "nonlocal x", "assert", "pass x", "@", "@x", "@x\ny", "x = yield = 1", "def f(x, x): pass", "def f(a=1, b): pass",
           "def f(*): pass", "def f(*, **k): pass", "def f(**k, a): pass", "def f(a, *, a): pass", "def f(/): pass", "def f(a, /, b, /): pass", "f(a=1, 2)", "f(**a, *b)", "f(a for a in b, c)", "f(1=2)", "f(a.b=1)", "f(True=1)", "f(a=1, a=2)", "x = (yield)", "async def f(): yield from x", "async x", "def f():\n await x", "[x async for x in y]", "a := 1", "(a.b := 1)", "f(a := 1, b=2)", "lambda: (yield)",
           "x: int: y", "*x", "**x", "x = *y", "return x", "class A:\n return", "match x:\n pass", "match x:\n case", "case x: pass", "type X", "type X =", "\\", "x = \\", "\t x\n    y", "if 1:\n\tx\n        y", "a\x00b", "é = 1; € = 2", "from __future__ import braces", "from __future__ import nope", "True = 1", "def True(): pass", "class None: pass", "import True", "x.None", "None.x = 1", "for True in x: pass", "with x as True: pass",
           "f() = 1", "f() += 1", "x + 1 = 2", "[a, f()] = 1", "for f() in x: pass", "if x = 1: pass", "while x = 1: pass", "f(x = 1 = 2)", "x = 1 if y", "x if y", "[x for]", "[for x in y]", "{x: y for x}", "(x for x in)", "x..y", "x.1", "x[", "x[]", "f(,)", "(,)", "[,]", "{,}", "a,,b", "def f(,): pass", "lambda ,: 1", "import a,", "from a import (b", "from a import b,", "from a import (b,)", "'a' b'b'", "b'é'", "'\\N{nope}'", "'\\x1'", "'\\u12'", "'\\U00110000'", "u'' ur''"]
for s in sources:
    try:
        compile(s, "<test>", "exec")
        print(repr(s), "fine")
    except SyntaxError as e:
        print(repr(s), "->", type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, repr(e.text))
    except ValueError as e:
        print(repr(s), "->", type(e).__name__, e)
