# The loader of a source compiles any source, and tells of a file what py_compile asks for.
import _shapes

loader = _shapes.__loader__
code = loader.source_to_code(b"# coding: latin-1\nx = '\xe9'\n", "made.py")
space = {}
exec(code, space)
print(code.co_filename, code.co_name, space["x"])
print(loader.source_to_code("assert 0", "a.py", _optimize=1).co_code == loader.source_to_code("", "a.py").co_code)
stats = loader.path_stats(loader.path)
print(sorted(stats), type(stats["mtime"]), stats["size"] == len(loader.get_data(loader.path)))
for attempt in (lambda: loader.source_to_code("x =", "bad.py"), lambda: loader.path_stats("nowhere.py")):
    try:
        attempt()
    except (SyntaxError, OSError) as error:
        print(type(error).__name__, error)
