# Prints, as JSON, what CPython knows about each code point. Read by unicode.ts.
# What unicodedata does not tell is asked of str itself: whether a character is cased, or is skipped
# when a final sigma is looked for, shows in what its neighbours become.
# Aliases cannot be listed with CPython, only looked up: Perl's database gives the candidates.
import json
import subprocess
import unicodedata
from fractions import Fraction

CODES = range(0x110000)
categories = sorted({unicodedata.category(chr(code)) for code in CODES})

FLAGS = [
    str.islower,
    str.isupper,
    str.isspace,
    str.isprintable,
    str.isdecimal,
    str.isdigit,
    str.isnumeric,
    str.isidentifier,
    lambda c: ("a" + c).isidentifier(),
    lambda c: (c + "a").title()[-1] == "a",
    lambda c: ("A\u03a3" + c + "A").lower()[1] == "\u03c3" and ("A\u03a3" + c).lower()[1] == "\u03c2",
]


def flags(char):
    bits = categories.index(unicodedata.category(char))
    for i, test in enumerate(FLAGS):
        if test(char):
            bits |= 1 << (5 + i)
    return bits


def mapping(method):
    return {code: method(chr(code)) for code in CODES if method(chr(code)) != chr(code)}


def values(lookup):
    table = {}
    for code in CODES:
        value = lookup(chr(code), None)
        if value is not None:
            table[code] = value
    return table


def fraction(value):
    exact = Fraction(value).limit_denominator(1000)
    return [exact.numerator, exact.denominator]


def is_derived(code, name):
    return name.endswith(f"-{code:X}") or name.startswith("HANGUL SYLLABLE ")


sequences = []
entries = subprocess.run(["perl", "-e", 'print do "unicore/Name.pl"'], capture_output=True, text=True, check=True).stdout
for entry in entries.split("\n\n"):
    if entry.count("\n") != 1:
        continue
    codes, name = entry.split("\n")
    try:
        text = unicodedata.lookup(name)
    except KeyError:
        continue
    if len(text) > 1:
        sequences.append([[ord(char) for char in text], name])

print(json.dumps({
    "version": unicodedata.unidata_version,
    "categories": categories,
    "flags": [flags(chr(code)) for code in CODES],
    "upper": mapping(str.upper),
    "lower": mapping(str.lower),
    "title": mapping(str.title),
    "fold": mapping(str.casefold),
    "decimal": values(unicodedata.decimal),
    "digit": values(unicodedata.digit),
    "numeric": {code: fraction(value) for code, value in values(unicodedata.numeric).items()},
    "sequences": sequences,
}))
