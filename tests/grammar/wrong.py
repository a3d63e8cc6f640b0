# Wrong programs, and what CPython 3.12 says of each. Writes tests/grammar/wrong.json, which wrong.test.ts replays.
# Usage: python tests/grammar/wrong.py > tests/grammar/wrong.json
# The programs of wrong.txt stand one after the other, parted by lines of %%; after %% may stand the mode. Names in angle
# brackets stand for characters that an editor would spoil: <NBSP>, <TAB>, <FF>, <U200B>, <EOF> (no line end).
import json
import sys
import warnings
from pathlib import Path

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


def programs():
    mode, lines = "exec", []
    for line in PROGRAMS.read_text(encoding="utf-8").split("\n"):
        if line.startswith("%%"):
            yield mode, lines
            mode, lines = line[2:].strip() or "exec", []
        else:
            lines.append(line + "\n")
    yield mode, lines[:-1]


def sources():
    for mode, lines in programs():
        text = "".join(lines)
        if "<EOF>" in text:
            text = text.rstrip("\n").replace("<EOF>", "")
        for mark, character in REPLACED.items():
            text = text.replace(mark, character)
        yield mode, text
    for text in MADE:
        yield "exec", text


def judge(mode, text):
    try:
        compile(text, "<wrong>", mode, dont_inherit=True, flags=0x400)
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
    for mode, text in sources():
        if (mode, text) in seen:
            continue
        seen.add((mode, text))
        records.append({"mode": mode, "source": text, "error": judge(mode, text)})
    json.dump(records, sys.stdout, indent=0, ensure_ascii=True)
    print()
