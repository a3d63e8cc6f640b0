# Writes grammar/chars.gen.ts: which characters are identifiers and which are printable, as CPython 3.12 has it.
# Usage: python tests/grammar/chars.py > grammar/chars.gen.ts
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def base36(number):
    text = ""
    while True:
        number, digit = divmod(number, 36)
        text = DIGITS[digit] + text
        if not number:
            return text


def runs(predicate):
    lengths, inside, last = [], False, 128
    for code in range(128, 0x110000):
        if predicate(chr(code)) != inside:
            lengths.append(base36(code - last))
            inside, last = not inside, code
    return " ".join(lengths)


print("// Written by tests/grammar/chars.py. Lengths of alternating runs from U+0080 on, in base 36, no first.")
for name, predicate in [
    ("IDENTIFIER_START_RUNS", str.isidentifier),
    ("IDENTIFIER_PART_RUNS", lambda character: ("a" + character).isidentifier()),
    ("PRINTABLE_RUNS", str.isprintable),
]:
    print(f'export const {name} =\n  "{runs(predicate)}";')
