# True, False and None: immortal, unique, typed.
import sys

for v in (True, False, None, ..., NotImplemented):
    print(repr(v), type(v).__name__, sys.getrefcount(v) == 4294967295, sys.getsizeof(v), v is (v,)[0])
print(bool(1) is True, (1 < 2) is True, (not 1) is False, True + True, True == 1, {True: "t"}[1], [0, 1][True], hash(True), isinstance(True, int), type(True & 1).__name__, type(True & False).__name__)
print(None == None, None is None, None == 0, bool(None), str(None), [None] == [None], None in (0, None), {None: 1}[None], hash(None) == hash(None))
for f in (lambda: type(None)(), lambda: type(...)(), lambda: type(NotImplemented)(), lambda: type(None)(1), lambda: bool(1, 2), lambda: None < 1, lambda: None + 1, lambda: setattr(None, "x", 1), lambda: None.x, lambda: iter(None), lambda: len(None), lambda: ... + 1):
    try:
        print(f())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
for src in ("None = 1", "True = 1", "def f(None): pass", "x.True = 1", "del None", "for None in []: pass", "f(None=1)", "class False: pass", "import x as None", "None += 1", "(None, x) = 1, 2", "with x as False: pass", "lambda True: 1", "None: int = 1", "(None := 1)"):
    try:
        compile(src, "s", "exec")
        print("fine")
    except SyntaxError as e:
        print(e.msg)
