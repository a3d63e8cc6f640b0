# Prints, as JSON, what the unicodedata module tells beyond what str itself asks: of the database 15.0, and
# of its version 3.2, which names of the internet are prepared with. Read by ucd.ts.
import json
import unicodedata

CODES = range(0x110000)
OLD = unicodedata.ucd_3_2_0


def record(database, char):
    return [
        database.category(char),
        database.bidirectional(char),
        database.combining(char),
        database.east_asian_width(char),
        database.mirrored(char),
    ]


def is_hangul(code):
    return 0xAC00 <= code <= 0xD7A3


def decompositions(database):
    table = {}
    for code in CODES:
        text = database.decomposition(chr(code))
        if text and not is_hangul(code):
            *tag, rest = text.split(" ", 1) if text[0] == "<" else (text,)
            table[code] = [tag[0] if tag else "", [int(digits, 16) for digits in rest.split(" ")]]
    return table


def value(lookup, char):
    return lookup(char, None)


current = decompositions(unicodedata)
old = decompositions(OLD)
excluded = []
for code, (tag, parts) in current.items():
    if tag == "" and unicodedata.normalize("NFC", "".join(map(chr, parts))) != chr(code):
        excluded.append(code)
assigned = [code for code in CODES if OLD.category(chr(code)) != "Cn"]
print(json.dumps({
    "version": unicodedata.unidata_version,
    "records": [record(unicodedata, chr(code)) for code in CODES],
    "oldRecords": [record(OLD, chr(code)) for code in CODES],
    "decompositions": current,
    "oldDecompositions": {code: old.get(code) for code in assigned if old.get(code) != current.get(code)},
    "excluded": excluded,
    "corrections": [
        [code, ord(OLD.normalize("NFD", chr(code)))]
        for code in assigned
        if not is_hangul(code) and OLD.normalize("NFD", chr(code)) != unicodedata.normalize("NFD", chr(code))
    ],
    "oldDecimals": [
        [code, value(OLD.decimal, chr(code))]
        for code in assigned
        if value(OLD.decimal, chr(code)) != value(unicodedata.decimal, chr(code))
    ],
    "oldDigits": [
        [code, value(OLD.digit, chr(code))]
        for code in assigned
        if value(OLD.digit, chr(code)) != value(unicodedata.digit, chr(code))
    ],
    "oldNumerics": [
        [code, value(OLD.numeric, chr(code))]
        for code in assigned
        if value(OLD.numeric, chr(code)) != value(unicodedata.numeric, chr(code))
    ],
    "unassignedNumerics": [
        code for code in CODES if OLD.category(chr(code)) == "Cn" and value(OLD.numeric, chr(code)) is not None
    ],
}))
