# The compiler's symbol table, as _symtable shows it.
import _symtable

SOURCE = '''
import os.path
x: int = 1
def outer(a, b=1, *c, d, **e):
    global g
    y = [i for i in a if i]
    def inner():
        nonlocal y
        return lambda: (y, z, [k := 1 for _ in a])
    class C[T](Base):
        attr = __private
        def method(self): return super(), T
    try: pass
    except E as err: late = 1
    else: early = 2
    return {v for v in b}
type A[U: int] = list[U]
async def gen(): return (w async for w in x)
'''


def show(entry, depth):
    symbols = {name: entry.symbols[name] for name in sorted(entry.symbols)}
    text = repr(entry)
    print("  " * depth + text[: text.index("(")] + text[text.index(")") + 1 :], entry.name, entry.type, entry.nested, entry.lineno)
    print("  " * depth, symbols, entry.varnames)
    for child in entry.children:
        show(child, depth + 1)


def attempt(*args):
    try:
        show(_symtable.symtable(*args), 0)
    except (TypeError, ValueError, SyntaxError) as error:
        print(type(error).__name__, error, error.args)


show(_symtable.symtable(SOURCE, "<source>", "exec"), 0)
attempt("x + y", "<source>", "eval")
attempt("x = y", "<source>", "single")
attempt("x", "<source>", "other")
attempt(1, "<source>", "exec")
attempt("x", 1, "exec")
attempt("x =", "<source>", "exec")
attempt("def f(a, a): pass", "<source>", "exec")
attempt("a\0b", "<source>", "exec")
print({name: value for name, value in vars(_symtable).items() if name.isupper()})
try:
    type(_symtable.symtable("", "", "exec"))()
except TypeError as error:
    print(error)
