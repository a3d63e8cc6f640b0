# Wrong programs, and what CPython 3.12 says of each. Writes tests/grammar/wrong.json, which wrong.test.ts replays.
# Usage: python tests/grammar/wrong.py > tests/grammar/wrong.json
# The programs of wrong.txt stand one after the other, parted by lines of %%; after %% may stand the mode. Names in angle
# brackets stand for characters that an editor would spoil: <NBSP>, <TAB>, <FF>, <U200B>, <EOF> (no line end).
import ast
import json
import warnings
from pathlib import Path

DONT_IMPLY_DEDENT = 0x200
ALLOW_INCOMPLETE = 0x4000
PROGRAMS = Path(__file__).with_name("wrong.txt")

REPLACED = {"<NBSP>": "\xa0", "<TAB>": "\t", "<FF>": "\f", "<U200B>": "\u200b"}

# Programs that are too long, or too odd, to write out.
MADE = [
    "(" * 201 + ")" * 201,
    "[" * 100 + "(" * 101,
    "".join("  " * i + "if x:\n" for i in range(101)),
    "x = f'" + "{" * 3,
    "x = f'{a:" + "{b:" * 3 + "c",
    "x = " + "1" * 4301,
    "x = " + "1_" * 5000 + "1",
    "x = '\0'",
    "x = 1\r\ny = 2 3\r\n",
    "x = 1\ry = 2 3\r",
    "x\x00y",
    "x = \x01",
    "x = \x7f1",
    "x = '" + "a" * 300,
    "x" * 300 + " y",
    "\ufeffx = 1 2",
    "x = 1 2\n\n\n\n",
    "\n\n\nx = 1 2",
    "# comment\n\n  # more\nx = 1 2  # end\n",
    "if x:\n    y = 1 2 # c",
    "x = (1, # c\n  2 3)",
    "def f():\n\tx = 1\n        y = 2\n",
    "if 1:\n  \t x\n\t   y\n",
    "\fx y",
    "\t x = 1",
    "x = 𝔘𝔫𝔦 𝔠𝔬𝔡𝔢",
    "('🐍' x)",
    "🐍 = 1",
    "'🐍' 🐍",
    "x = '🐍' + (1 2)",
    "f('🐍', x for x in y)",
    "f'🐍{a b}'",
    "f'{🐍}'",
    "'''🐍\n🐍''' x",
    "é = '🐍\n",
]

# Programs without a line end, which only a file is given, and what `codeop` asks about.
CUT = [
    "1 +",
    "x y",
    "(x",
    "'abc",
    "'''abc",
    "f'{x",
    "x",
    "x\n",
    "if x: pass",
    "if x:\n  pass",
    "x = 1",
    "x = 1 2",
    "x = (",
    "x\\",
    "x = 1 + \\",
    "  x y",
    "x # c",
    "x y # c",
    "x = # c",
    "",
    "# c",
    "\n",
    "x;",
    "x y;",
    "x;y z",
    "import a from b",
    "f(a=1, b",
    "1a",
    "0777",
    "x = 'abc\ndef",
    "x = f'abc",
    "x = f'''abc",
    "[1,\n2 3",
    "x\n  y",
    "if x:\n    y\n  z",
    "@a",
    "class A:",
    "try:\n  x",
    "with a as b",
    "{1:2, 3",
    "(a, b): int",
    "é y",
    "x = 'é' y",
    "def f():\n  x\n\n  y z",
    "x\ny",
    "x\n\n\n",
    "x\n\n#c\n",
    "x\n(",
    "x\n'",
    "if x: pass\n\ny",
    "for x in y:\n  z\nw",
    "f'{a b}'",
    "f'{a:'",
    "x ?",
    "x = \x0c 1 2",
    "lambda",
    "print x",
    "a = 1\r\n",
    "a b\r\n",
    "a\rb",
]

PROMPTED = [
    "if x:\n  pass\n",
    "if x:\n  pass",
    "if x:\n  pass\n\n",
    "if x: pass\n",
    "if x: pass",
    "x = 1",
    "x = (",
    "'''a",
    "'a",
    "a b",
    "if x:\n",
    "if x:",
    "def f():\n  x\n",
    "x = 1\\",
    "",
    "#c",
    "\n",
    "x=1\ny",
    "if x:\n  pass\n \n",
    "if x:\n  pass\n#c\n",
    "if x:\n  if y:\n    pass\n",
    "@a\n",
    "class A:\n\n\n",
    "x = 1 +",
    "try:\n  x\n",
    "try:\n  x\n\n",
    "f'{",
    "f'{x\n",
    "f'''",
    "for x in",
    "(a b",
    "(a,\nb c",
    "if x:\n  a b\n",
    "'a\\\n",
    "f(**a, *b",
    "1 = x",
    "x = [1,\n)",
]


def programs(path):
    mode, lines = "exec", []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("%%"):
            yield mode, lines
            mode, lines = line[2:].strip() or "exec", []
        else:
            lines.append(line + "\n")
    yield mode, lines[:-1]


def replace(text):
    if "<EOF>" in text:
        text = text.rstrip("\n").replace("<EOF>", "")
    for mark, character in REPLACED.items():
        text = text.replace(mark, character)
    return text


def sources():
    for mode, lines in programs(PROGRAMS):
        yield mode, replace("".join(lines)), 0
    for text in MADE:
        yield "exec", text, 0
    for text in CUT:
        yield "eval", text, 0
        yield "single", text, 0
    for text in PROMPTED:
        for flags in DONT_IMPLY_DEDENT, ALLOW_INCOMPLETE, DONT_IMPLY_DEDENT | ALLOW_INCOMPLETE:
            yield "exec", text, flags
            yield "single", text, flags


def judge(mode, text, flags=0):
    try:
        compile(text, "<wrong>", mode, dont_inherit=True, flags=ast.PyCF_ONLY_AST | flags)
    except SyntaxError as error:
        return [
            type(error).__name__,
            error.msg,
            error.lineno,
            error.offset,
            error.end_lineno,
            error.end_offset,
            error.text,
        ]
    except (MemoryError, RecursionError, ValueError) as error:
        return [type(error).__name__, str(error)]
    return None


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    seen = set()
    records = []
    for mode, text, flags in sources():
        if (mode, text, flags) in seen:
            continue
        seen.add((mode, text, flags))
        records.append({"mode": mode, "source": text, "flags": flags, "error": judge(mode, text, flags)})
    print("[")
    print(",\n".join(json.dumps(record) for record in records))
    print("]")
