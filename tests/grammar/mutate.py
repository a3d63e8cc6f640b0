# Spoils pieces of Python files at random and records what CPython 3.12 makes of them, in the form of wrong.json with
# the hash of the tree where there is no error. mutate.ts compares.
# Usage: python tests/grammar/mutate.py SEED COUNT FILE...
import ast
import hashlib
import json
import os
import random
import re
import sys
import warnings

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from dump import dump  # noqa: E402
from wrong import judge  # noqa: E402

warnings.simplefilter("ignore")
LEXEME = re.compile(r"\w+|\s+|[^\w\s]")
SPICE = (
    "( ) [ ] { } : ; , . = == != := -> ** * / // @ + - ~ ! not in is and or if else elif for while def class lambda "
    "return yield await async with as import from try except finally raise del global nonlocal assert pass None True "
    "match case type print exec x 1 0x1 1.5j 'a' \" ''' f'{x}' f'{ b'' \\ \n \n\t \n  # $ ? é _ "
).split(" ")


def piece(lines, rng):
    start = rng.randrange(len(lines))
    while start and not re.match(r"(def|class|@|if|for|with|try|match|\w+ =)", lines[start]):
        start -= 1
    return "".join(lines[start : start + rng.randint(1, 25)])


def mutate(text, rng):
    parts = LEXEME.findall(text)
    for _ in range(rng.choice([0, 1, 1, 1, 1, 2, 3])):
        if not parts:
            break
        at = rng.randrange(len(parts))
        match rng.randrange(6):
            case 0:
                del parts[at]
            case 1:
                parts.insert(at, parts[rng.randrange(len(parts))])
            case 2:
                parts[at] = rng.choice(SPICE)
            case 3:
                parts.insert(at, rng.choice(SPICE))
            case 4:
                other = rng.randrange(len(parts))
                parts[at], parts[other] = parts[other], parts[at]
            case 5:
                del parts[at : at + rng.randint(1, 6)]
    return "".join(parts)


def record(text):
    try:
        text.encode()
    except UnicodeEncodeError:
        return None
    error = judge("exec", text)
    answer = {"mode": "exec", "source": text, "error": error}
    if error is None:
        answer["hash"] = hashlib.md5(dump(ast.parse(text)).encode()).hexdigest()
    return answer


seed, count, paths = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]
rng = random.Random(seed)
files = []
for path in paths:
    with open(path, encoding="utf-8", errors="replace") as file:
        files.append(file.readlines())
files = [lines for lines in files if lines]
done = 0
while done < count:
    try:
        answer = record(mutate(piece(rng.choice(files), rng), rng))
    except ValueError:
        # A tree that CPython cannot finish, as of a nested replacement field with `=`.
        continue
    if answer is not None:
        print(json.dumps(answer))
        done += 1
