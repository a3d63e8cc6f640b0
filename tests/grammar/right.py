# Right programs, and the trees and warnings that CPython 3.12 makes of them. Writes tests/grammar/right.json, which
# right.test.ts replays. Usage: python tests/grammar/right.py > tests/grammar/right.json
# The programs of right.txt are written as those of wrong.txt.
import ast
import json
import warnings
from pathlib import Path

from dump import dump
from wrong import programs, replace

MORE = [
    ("exec", ""),
    ("exec", "a"),
    ("exec", "# comment"),
    ("exec", "a\r\nif b:\r    c\r\n'''\r\n'''"),
    ("exec", "(" * 200 + "a" + ")" * 200),
    ("exec", "[" * 20 + "a" + "]" * 20),
    ("exec", "-" * 20 + "a" + " ** b" * 20 + " + c" * 20),
    ("exec", "if a: b\n" + "elif c: d\n" * 20),
    ("exec", "".join("  " * i + "if a:\n" for i in range(20)) + "  " * 20 + "b"),
    ("eval", "a if b else " * 20 + "c"),
    ("eval", "lambda: " * 20 + "c"),
    ("eval", "  a"[2:] + " "),
    ("single", "a\n# comment\n"),
]


def record(mode, text):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        tree = compile(text, "<right>", mode, ast.PyCF_ONLY_AST, dont_inherit=True)
    told = [[each.category.__name__, str(each.message), each.lineno] for each in caught]
    return {"mode": mode, "source": text, "tree": dump(tree), "warnings": told}


if __name__ == "__main__":
    records = [
        record(mode, replace("".join(lines)))
        for mode, lines in programs(Path(__file__).with_name("right.txt"))
    ]
    records += [record(mode, text) for mode, text in MORE]
    print("[")
    print(",\n".join(json.dumps(each) for each in records))
    print("]")
