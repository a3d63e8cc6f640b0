# Tells the comparer what CPython makes of files: one line of JSON per file, {"path", "hash"} or {"path", "error"}.
# Usage: python tests/grammar/compare.py < list of paths. With --dump PATH: the dump of one file.
import ast
import hashlib
import json
import os
import sys
import warnings

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from dump import dump  # noqa: E402

warnings.simplefilter("ignore")


def tree(path):
    with open(path, "rb") as file:
        return dump(ast.parse(file.read()))


if sys.argv[1:2] == ["--dump"]:
    print(tree(sys.argv[2]))
else:
    for path in sys.stdin.read().split("\n"):
        if not path:
            continue
        answer = {"path": path}
        try:
            answer["hash"] = hashlib.md5(tree(path).encode()).hexdigest()
        except (SyntaxError, ValueError, RecursionError) as error:
            answer["error"] = f"{type(error).__name__}: {error}"
        print(json.dumps(answer), flush=True)
