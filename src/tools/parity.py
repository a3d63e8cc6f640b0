# Compares code objects with those that CPython 3.12 makes of the same sources: parity.ts runs it.
# Reads "path of a .py<TAB>path of our .pyc, or nothing" a line; prints one line of JSON: how many files were accepted
# alike, how many code objects there are, how many are identical, in what the others differ, and the first of those.
import json
import marshal
import sys
import types
import warnings

warnings.simplefilter("ignore")
FIELDS = (
    "co_code co_names co_varnames co_cellvars co_freevars co_flags co_argcount co_posonlyargcount co_kwonlyargcount "
    "co_stacksize co_name co_qualname co_firstlineno co_linetable co_exceptiontable"
).split()


def picture(constant):
    """A constant so that equal ones of other types differ; code is compared by itself."""
    match constant:
        case types.CodeType():
            return "code", constant.co_qualname
        case tuple():
            return "tuple", [picture(item) for item in constant]
        case frozenset():
            return "frozenset", sorted(map(repr, constant))
    return type(constant).__name__, repr(constant)


def inner(code):
    return [constant for constant in code.co_consts if isinstance(constant, types.CodeType)]


def size(code):
    return 1 + sum(map(size, inner(code)))


answer = {"files": 0, "alike": 0, "accepted": 0, "codes": 0, "identical": 0, "fields": {}, "first": []}


def note(text):
    if len(answer["first"]) < 20:
        answer["first"].append(text)


def compare(path, ours, theirs):
    answer["codes"] += 1
    odd = [field for field in FIELDS if getattr(ours, field) != getattr(theirs, field)]
    if picture(ours.co_consts) != picture(theirs.co_consts):
        odd.append("co_consts")
    if not odd:
        answer["identical"] += 1
    for field in odd:
        answer["fields"][field] = answer["fields"].get(field, 0) + 1
    if odd:
        note(f"{path}: {theirs.co_qualname}, line {theirs.co_firstlineno}: {', '.join(odd)}")
    pairs = list(zip(inner(ours), inner(theirs)))
    for pair in pairs:
        compare(path, *pair)
    answer["codes"] += sum(map(size, inner(theirs)[len(pairs) :]))


for line in sys.stdin:
    source, _, pyc = line.rstrip("\n").partition("\t")
    answer["files"] += 1
    with open(source, "rb") as file:
        data = file.read()
    try:
        theirs = compile(data, "file.py", "exec", dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError) as error:
        theirs = None
        if pyc:
            note(f"{source}: accepted here, CPython says {error}")
    if (theirs is None) == (pyc == ""):
        answer["alike"] += 1
    elif theirs is not None:
        note(f"{source}: refused here")
    if theirs is None:
        continue
    answer["accepted"] += 1
    if not pyc:
        answer["codes"] += size(theirs)
        continue
    with open(pyc, "rb") as file:
        file.seek(16)
        compare(source, marshal.loads(file.read()), theirs)
print(json.dumps(answer))
