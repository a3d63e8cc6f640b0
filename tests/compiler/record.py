"""Records what CPython 3.12 makes of the sources beside this file, for the tests of the compiler.

    python3.12 tests/compiler/record.py

Writes code.json: for each source and mode the marshalled code object, in base 64.
Writes errors.json: for each snippet of refused.txt the SyntaxError and the warnings it earns.
"""

import base64
import json
import marshal
import pathlib
import sys
import warnings

here = pathlib.Path(__file__).parent

# Statements for a prompt and expressions for eval; the files in sources/ are modules.
INTERACTIVE = ["1", "x = 1", "x; y", "if a: b\n", "def f(): 1\n", "for i in x: i\n", "x: int = 1", "class A: 1\n"]
EVAL = ["1", "a + b", "[x for x in y]", "lambda: a", "(named := 1)", "f(*a)", "a if b else c", "'%s' % (a,)"]
TOP_LEVEL_AWAIT = 0x2000
AWAIT = ["await x", "async with a as b: c", "async for x in y: z", "[x async for x in y]", "x = 1"]


def code_of(source, mode, optimize=0, flags=0):
    code = compile(source, "file.py", mode, flags=flags, dont_inherit=True, optimize=optimize)
    return base64.b64encode(marshal.dumps(code)).decode()


def recorded_code():
    cases = []
    for path in sorted((here / "sources").glob("*.py")):
        for optimize in (0, 1, 2) if path.stem in ("folding", "definitions", "flow") else (0,):
            case = {"file": path.name, "mode": "exec", "optimize": optimize, "flags": 0}
            cases.append(case | {"code": code_of(path.read_bytes(), "exec", optimize)})
    snippets = [(text, "single", 0) for text in INTERACTIVE]
    snippets += [(text, "eval", 0) for text in EVAL]
    snippets += [(text, "exec", TOP_LEVEL_AWAIT) for text in AWAIT]
    for text, mode, flags in snippets:
        case = {"source": text, "mode": mode, "optimize": 0, "flags": flags}
        cases.append(case | {"code": code_of(text, mode, 0, flags)})
    return cases


def refusal(source):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            compile(source, "file.py", "exec", dont_inherit=True)
            error = None
        except SyntaxError as e:
            error = [type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset]
    warned = [[w.category.__name__, str(w.message), w.lineno] for w in caught]
    return {"source": source, "error": error, "warnings": warned}


def main():
    if sys.version_info[:2] != (3, 12):
        sys.exit("run this with CPython 3.12")
    snippets = (here / "refused.txt").read_text().rstrip("\n").split("\n---\n")
    (here / "code.json").write_text(json.dumps(recorded_code(), indent=0) + "\n")
    (here / "errors.json").write_text(json.dumps([refusal(one) for one in snippets], indent=1) + "\n")


main()
