"""Records what CPython 3.12 knows of its bytecode, for the tests of the layer.

    python3.12 tests/bytecode/record.py

Writes opcodes.json: the table of opcodes, with their stack effects.
Writes dis.json: code objects, and for each what dis prints and where its instructions come from.
"""

import base64
import dis
import importlib.util
import io
import json
import marshal
import opcode
import pathlib
import re
import sys

here = pathlib.Path(__file__).parent

ARGUMENTS = [0, 1, 2, 3, 4, 5, 7, 8, 15, 255, 256, 513]

SOURCES = [
    "x = 1\n",
    "def f(a, *b, c=1, **d):\n    'doc'\n    return [a for a in b if a > c], lambda: d\n",
    "async def f(a):\n    async with a as b:\n        await b\n        yield f'{a!r:>3}'\n",
    "class A(B):\n    def m(self):\n        try:\n            return super().m(1, k=2)\n        except* E as e:\n            raise\n        finally:\n            self.x += -1.5\n",
    "def f(x):\n    match x:\n        case {'a': [1, *r], **k} | (r, k):\n            return r, k\n",
    "def f[T: int](a: T) -> T: ...\n",
    "\n" * 1200 + "a = (1, (2.5, 'x', b'y', None, ..., True, 3j), frozenset)\n" + "a.b.c.d.e.f.g\n" * 90,
    "def f(): pass",
    "for i in x: " + "; ".join(f"a{i} = {i}" for i in range(300)) + "\n",
    "é = 'ü\\ud800\\U0001f600' + g(10**40, -10**30, 1e400, -0.0)\n",
]


def kind(op):
    for name in ("hasconst", "hasname", "haslocal", "hasfree", "hasjrel", "hascompare", "hasexc"):
        if op in getattr(opcode, name):
            return {"hasjrel": "jump", "hasexc": "handler"}.get(name, name.removeprefix("has"))
    return "plain" if op in opcode.hasarg else "none"


def effects(op):
    if op not in opcode.hasarg:
        return [[None, dis.stack_effect(op, jump=False), dis.stack_effect(op, jump=True)]]
    return [[arg, dis.stack_effect(op, arg, jump=False), dis.stack_effect(op, arg, jump=True)] for arg in ARGUMENTS]


def opcodes():
    rows = []
    for name, op in opcode.opmap.items():
        if name.startswith("INSTRUMENTED_") or name == "RESERVED":
            continue
        caches = opcode._inline_cache_entries[op] if op < 256 else 0
        rows.append({"name": name, "code": op, "kind": kind(op), "caches": caches, "effects": effects(op)})
    return rows


def disassembly(source):
    code = compile(source, "file.py", "exec", dont_inherit=True)
    out = io.StringIO()
    dis.dis(code, file=out)
    positions = [[-1 if part is None else part for part in position] for position in code.co_positions()]
    return {
        "code": base64.b64encode(marshal.dumps(code)).decode(),
        "dis": re.sub(r" at 0x[0-9a-f]+", "", out.getvalue()),
        "positions": positions[:1000],
    }


def main():
    if sys.version_info[:2] != (3, 12):
        sys.exit("run this with CPython 3.12")
    recorded = {"magic": list(importlib.util.MAGIC_NUMBER), "opcodes": opcodes()}
    (here / "opcodes.json").write_text(json.dumps(recorded, separators=(",", ":")) + "\n")
    (here / "dis.json").write_text(json.dumps([disassembly(one) for one in SOURCES], separators=(",", ":")) + "\n")


main()
