# Writes grammar/names.gen.ts: the names of Unicode characters, as CPython 3.12 has them, packed.
# Usage: python tests/grammar/names.py [FILE OF ALIASES] > grammar/names.gen.ts. The file has a name on each line; those
# that CPython knows as other names of one character are taken. Without it the aliases that are already there stay.
#
# A name is words. Frequent words have short numbers. For each character in order stand: the distance to the one before,
# how many words it shares with the name before, the numbers of the others, and an end. Digits are those of ALPHABET.
import collections
import re
import sys
import unicodedata
from pathlib import Path

ALPHABET = "".join(chr(c) for c in range(33, 127) if chr(c) not in '"\\`$')
BASE = len(ALPHABET)
# How many words have a number of one and of two digits.
ONE, TWO = 40, 40
END = ALPHABET[ONE + TWO]


def number(index):
    if index < ONE:
        return ALPHABET[index]
    index -= ONE
    if index < TWO * BASE:
        return ALPHABET[ONE + index // BASE] + ALPHABET[index % BASE]
    index -= TWO * BASE
    first = ONE + TWO + 1 + index // BASE**2
    return ALPHABET[first] + ALPHABET[index // BASE % BASE] + ALPHABET[index % BASE]


def algorithmic(name):
    return name.startswith(("CJK UNIFIED IDEOGRAPH-", "HANGUL SYLLABLE "))


names = [(code, unicodedata.name(chr(code), "")) for code in range(0x110000)]
names = [(code, name) for code, name in names if name and not algorithmic(name)]
target = Path(__file__).parents[2] / "grammar" / "names.gen.ts"


def aliases():
    if len(sys.argv) > 1:
        candidates = Path(sys.argv[1]).read_text().split("\n")
    else:
        listed = re.search(r'ALIASES = "(.*)"', target.read_text())[1]
        candidates = [entry.split("=")[1] for entry in listed.split(";")]
    for name in sorted(set(candidates)):
        try:
            character = unicodedata.lookup(name)
        except KeyError:
            continue
        if len(character) == 1 and unicodedata.name(character, "") != name:
            yield f"{ord(character):x}={name}"


counts = collections.Counter(word for _, name in names for word in name.split(" "))
words = [word for word, _ in counts.most_common()]
index = {word: i for i, word in enumerate(words)}
packed, before, last = [], [], -1
for code, name in names:
    split = name.split(" ")
    shared = 0
    while shared < min(len(split), len(before)) and split[shared] == before[shared]:
        shared += 1
    gap = code - last - 1
    # A gap of any size: digits below half the base go on, the last one is above.
    half = BASE // 2
    digits = ALPHABET[half + gap % half]
    gap //= half
    while gap:
        digits = ALPHABET[gap % half] + digits
        gap //= half
    packed.append(digits + ALPHABET[shared] + "".join(number(index[word]) for word in split[shared:]) + END)
    before, last = split, code

print("// Written by tests/grammar/names.py, which explains the form.")
print(f'export const ALPHABET = "{ALPHABET}";')
print(f"export const ONE_DIGIT = {ONE};\nexport const TWO_DIGITS = {TWO};")
print(f'export const WORDS =\n  "{" ".join(words)}";')
print(f'export const ALIASES = "{";".join(aliases())}";')
print(f'export const NAMES =\n  "{"".join(packed)}";')
