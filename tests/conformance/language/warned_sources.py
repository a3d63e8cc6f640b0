# Sources that earn warnings, and what they are where warnings are errors.
import _warnings

SOURCES = [
    "x = 1 is 1", "assert (1, 2)", "0xfor x", "\"\\d\"\n", "y = 'a' '\\d'", "1or 2", "x = 1\n\n'abc'()", "[1][1, 2]",
    "a = b'\\d'", "return_ = 1if x else y", "'\\777'", "1 in 'a'()",
]
_warnings.filters.insert(0, ("error", None, SyntaxWarning, None, 0))
_warnings._filters_mutated()
for source in SOURCES:
    try:
        compile(source, "<source>", "exec")
        print("no warning")
    except SyntaxError as error:
        print(type(error).__name__, error.args)
_warnings.filters[0] = ("ignore", None, SyntaxWarning, None, 0)
_warnings._filters_mutated()
print(eval("1 is 1"))
del _warnings.filters[0]
_warnings._filters_mutated()
