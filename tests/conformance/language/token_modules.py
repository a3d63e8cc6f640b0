# needs: library
# tokenize, symtable, codeop and code: the library's modules on the front end.
import code
import codeop
import io
import symtable
import tokenize

SOURCE = 'def f(a):  # c\n    """d"""\n    return f"{a!r:>{3}}" + \\\n        "é"\n\n\nx = f(1)\n'
for token in tokenize.generate_tokens(io.StringIO(SOURCE).readline):
    print(token)
print(tokenize.untokenize(tokenize.generate_tokens(io.StringIO(SOURCE).readline)) == SOURCE)
data = b"# -*- coding: latin-1 -*-\nx = '\xe9'\n"
print([token.string for token in tokenize.tokenize(io.BytesIO(data).readline)])
for source in ("(", "'''a", "if x:\n  a\n b\n", "x = $\n", "0x\n"):
    try:
        print([token.string for token in tokenize.generate_tokens(io.StringIO(source).readline)])
    except (tokenize.TokenError, SyntaxError) as error:
        print(type(error).__name__, error.args)

table = symtable.symtable("def f(a):\n  global g\n  b = a\n  def h(): return b\nclass C:\n  def m(self): pass\n", "<s>", "exec")
print(table.get_type(), table.get_name(), table.get_identifiers() and sorted(table.get_identifiers()))
for child in table.get_children():
    print(child, child.get_type(), child.is_nested(), child.has_children())
f = table.get_children()[0]
print(f.get_parameters(), f.get_locals(), f.get_globals(), f.get_frees(), [s for s in f.get_symbols()])
b = f.lookup("b")
print(b, b.is_local(), b.is_free(), b.is_assigned(), b.is_referenced(), table.get_children()[1].get_methods())

for source in ("a = 1", "if x:", "if x:\n  y", "if x:\n  y\n", "(", "a b", "'''", "x = (1,\n2)", "def f():\n\n", "# c", "", "@d"):
    try:
        print(repr(source), codeop.compile_command(source) is not None)
    except (SyntaxError, ValueError, OverflowError) as error:
        print(repr(source), type(error).__name__, error)
compiler = codeop.CommandCompiler()
print(compiler("from __future__ import annotations").co_flags, compiler("x: int = 1").co_flags)


class Console(code.InteractiveConsole):
    def __init__(self, lines):
        super().__init__({"__name__": "__console__"})
        self.lines = iter(lines)

    def raw_input(self, prompt=""):
        line = next(self.lines, None)
        if line is None:
            raise EOFError
        print(prompt + line)
        return line

    def write(self, data):
        print(data, end="")


Console(["a = 1", "a + 1", "def f():", "  return a", "", "f()", "1 +", "if", "1 / 0", "print('x'"]).interact("hello", "bye")
