# Writes text.jsonl, CPython's answers for the tests of this folder: PYTHONHASHSEED=0 python record.py [seed] [scale] > text.jsonl
import hashlib
import pathlib
import re
import string
import sys
import unicodedata
import warnings

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "numeric"))
from recording import finish, random, record, some_float, some_int, times  # noqa: E402

sys.set_int_max_str_digits(4300)
warnings.simplefilter("ignore")
CODES = range(0x33000)


def digest(parts):
    return hashlib.sha256("\n".join(parts).encode("utf-16-le", "surrogatepass")).hexdigest()


PREDICATES = ["isalpha", "isdecimal", "isdigit", "isnumeric", "isalnum", "islower", "isupper", "istitle", "isspace", "isprintable",
              "isidentifier"]
for name in PREDICATES:
    record("predicate", lambda n: digest("1" if getattr(chr(c), n)() else "0" for c in CODES), name)
record("predicate", lambda n: digest("1" if ("a" + chr(c)).isidentifier() else "0" for c in CODES), "isidcontinue")
for name in ["upper", "lower", "title", "casefold", "swapcase", "capitalize"]:
    record("mapping", lambda n: digest(getattr(chr(c), n)() for c in CODES), name)
    record("mapping2", lambda n: digest(getattr("a\u03a3" + chr(c), n)() for c in range(0x3000)), name)
record("category", lambda: digest(map(unicodedata.category, map(chr, CODES))))
for name in ["decimal", "digit", "numeric"]:
    record("value", lambda n: digest(repr(float(getattr(unicodedata, n)(chr(c), -1))) for c in CODES), name)
record("names", lambda: digest(unicodedata.name(chr(c), "") for c in CODES))
for name in ["NULL", "LATIN SMALL LETTER A", "latin small letter a", "LINE FEED", "BEL", "VS17", "CJK UNIFIED IDEOGRAPH-4E00", "HANGUL SYLLABLE GAG",
             "hangul syllable gag", "CJK UNIFIED IDEOGRAPH-04E00", "CJK UNIFIED IDEOGRAPH-A000", "GRINNING FACE", "NO SUCH THING", "",
             "NUSHU CHARACTER-1B170", "CJK COMPATIBILITY IDEOGRAPH-F900", "LATIN SMALL LETTER A WITH MACRON AND GRAVE", "KEYCAP DIGIT ONE"]:
    record("lookup", unicodedata.lookup, name)

ALPHABETS = ["abcABC xyz", "ab \t\n\r'\"\\", "aé \x00\x1c\x85\xa0\xffßµ", "aΣς\u0345σΑ \u2028\ud800\udc00\u0130ǅﬁ1²٣", "a😀\U00010400𝟘\ue000 Σ'"]


def clean(text):
    """Without the pairs of lone surrogates that a JavaScript string cannot tell from one character in a wide text."""
    return text if max(text, default="") < "\U00010000" else "".join(c for c in text if not "\ud800" <= c <= "\udfff")


def narrow_or_wide(text):
    if isinstance(text, bytes):
        return text
    # Adjacent lone surrogates look like a pair where the reader guesses whether a text is wide.
    return clean(text).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace") if re.search("[\ud800-\udbff][\udc00-\udfff]", text) else clean(text)


def some_text(longest=12, alphabet=None):
    alphabet = alphabet or random.choice(ALPHABETS)
    return narrow_or_wide("".join(random.choice(alphabet) for _ in range(random.randrange(longest + 1))))


for _ in times(50):
    text = some_text()
    record("repr", repr, text)
    record("ascii", ascii, text)
    data = random.choice([text.encode("utf-8", "surrogatepass"), random.randbytes(random.randrange(12))])
    record("bytes_repr", repr, data)
    record("hash", hash, some_text(random.choice([3, 10, 50])))
    record("bytes_hash", hash, random.randbytes(random.randrange(40)))
    for name in ["upper", "lower", "title", "casefold", "swapcase", "capitalize"]:
        record("case", lambda n, t: getattr(t, n)(), name, text)
    for name in PREDICATES:
        record("test", lambda n, t: getattr(t, n)(), name, random.choice([text, text[:1], text[:2]]))
record("repr", repr, "".join(map(chr, range(0x400))))
record("bytes_repr", repr, bytes(range(256)))
record("bytes_repr", repr, bytes(range(128)).replace(b'"', b""))

METHODS = {
    "split": lambda t, u, n: (u or None, n), "rsplit": lambda t, u, n: (u or None, n), "splitlines": lambda t, u, n: (n > 1,),
    "strip": lambda t, u, n: (), "lstrip": lambda t, u, n: (), "rstrip": lambda t, u, n: (),
    "stripchars": lambda t, u, n: (narrow_or_wide(t[:2] + u),), "lstripchars": lambda t, u, n: (narrow_or_wide(t[:2] + u),), "rstripchars": lambda t, u, n: (narrow_or_wide(t[-2:] + u),),
    "replace": lambda t, u, n: (u, "<>", n), "count": lambda t, u, n: (u,), "find": lambda t, u, n: (u, max(n, 0), len(t)),
    "rfind": lambda t, u, n: (u, 0, len(t) - max(n, 0)), "expandtabs": lambda t, u, n: (n * 2,), "center": lambda t, u, n: (len(t) + n * 2,),
    "ljust": lambda t, u, n: (n + 6,), "rjust": lambda t, u, n: (n + 6,), "zfill": lambda t, u, n: (n + 6,),
}


def call(name, text, *arguments):
    method = getattr(text, name.replace("chars", ""))
    return method(*arguments)


for _ in times(30):
    for name, make in METHODS.items():
        alphabet = random.choice(ALPHABETS + ["ab", "a b ", "\t\nab", "+-0"])
        text = some_text(14, alphabet)
        part = some_text(2, alphabet) if random.random() < 0.5 else clean(text[1:2])
        n = random.randrange(-1, 4)
        record("str_" + name, lambda t, *a, m=name: call(m, t, *a), text, *make(text, part, n))
        data, piece = text.encode("utf-8", "surrogatepass"), part.encode("utf-8", "surrogatepass")
        record("bytes_" + name, lambda t, *a, m=name: call(m, t, *(b"<>" if x == "<>" else x for x in a)), data, *make(data, piece, n))
    data = random.choice([some_text(10, "abAB 1."), some_text(3)]).encode("utf-8", "surrogatepass")
    for name in ["upper", "lower", "title", "swapcase", "capitalize", "isalpha", "isdigit", "isalnum", "isspace", "islower", "isupper", "istitle"]:
        record("bytes_simple", lambda n, d: getattr(d, n)(), name, data)
    record("bytes_fromhex", bytes.fromhex, "".join(random.choice("0123456789abcdefABCDEF \tg") for _ in range(random.randrange(9))))
    record("bytes_tohex", lambda d, s, n: d.hex(s, n) if s else d.hex(), data, random.choice(["", ":", "-"]), random.randrange(-4, 5))
    record("bytes_translate", lambda d, x: d.translate(bytes(range(255, -1, -1)), x), data, data[:2])

SPEC_CHARS = "<>=^+- z#0123,_.deEfFgGnxXobcs%é😀\x01"


def some_spec(codes):
    if random.random() < 0.25:
        return "".join(random.choice(SPEC_CHARS) for _ in range(random.randrange(5)))
    parts = [random.choice(["", "", "<", ">", "=", "^", "*<", "0>", "é^", "😀=", "x="]), random.choice(["", "", "+", "-", " "])]
    parts.append(random.choice(["", "", "", "z", "#", "z#"]))
    parts.append(random.choice(["", "", "0", "5", "010", "12", "025", "30"]))
    parts.append(random.choice(["", "", "", ",", "_"]))
    parts.append(random.choice(["", "", ".0", ".1", ".2", ".3", ".10", ".20"]))
    parts.append(random.choice(codes))
    return "".join(parts)


for _ in times(120):
    record("format_int", format, some_int(), some_spec(["", "d", "x", "X", "b", "o", "n", "c", "e", "f", "g", "%", "s", "z"]))
    record("format_int", format, random.randrange(0, 0x110000) % 0xd800, some_spec(["c", "d"]))
    record("format_float", format, some_float(), some_spec(["", "e", "E", "f", "F", "g", "G", "n", "%", "d", "s"]))
    record("format_complex", lambda x, y, s: format(complex(x, y), s), some_float(), some_float(), some_spec(["", "e", "f", "g", "n", "%", "d"]).replace("0", ""))
    record("format_str", format, some_text(8), some_spec(["", "s", "d"]))
for spec in ["99999999999999999999", ".99999999999999999999", ".2147483648f", ".2147483648d", "\u0661\u0660", "\u0661\u0660.\u0662f", ",_d", "_,d", ",,d", "5.", "<<5<",
             "9" * 30 + "d", "\ud800", "\x7f", "\x80", ",\x80", "abc"]:
    record("format_int", format, 1, spec)
    record("format_float", format, 1.5, spec)
    record("format_complex", lambda x, y, s: format(complex(x, y), s), 1.5, 2.5, spec)
    record("format_str", format, "ab", spec)
record("format_int", format, 10 ** 4300, "d")
record("format_int", format, 10 ** 400, "f")
record("format_int", format, 10 ** 30, "c")


def percent(template, *values):
    return template % values


def percent_noise(value):
    # Names, stars and conversions by way of repr() are the caller's affair.
    codes = "%%%%dfgd#0+- .123hl)z\u0100" + ("s" if isinstance(value, str) else "")
    return "".join(random.choice(codes) for _ in range(random.randrange(8)))


for _ in times(200):
    template = "%" + "".join(random.sample("#0-+ ", random.randrange(4))) + random.choice(["", "5", "12", "*"]) + random.choice(["", ".", ".2", ".0", ".12", ".*"])
    stars = [random.randrange(-8, 15) for _ in range(template.count("*"))]
    for codes, value in [("diuxXo", some_int()), ("eEfFgG", some_float()), ("s", some_text(5))]:
        record("percent", percent, template + random.choice(codes) + "|", *stars, value)
        record("percent", percent, percent_noise(value), value)
for template in ["%", "%%", "%5%", "%(a", "%(a)", "%h", "%.", "%5", "%99999999999999999999d", "%.99999999999d", "%.2147483648d", "%\u0100", "%\x01", "%\x7f", "%~", "%hld", "%ld",
                 "%😀", "%Ld%%", "%%%d%%"]:
    record("percent", percent, template, 1)
    record("percent", percent, template)


def parse(template):
    return [list(piece) for piece in string.Formatter().parse(template)]


def field_name(name):
    first, rest = __import__("_string").formatter_field_name_split(name)
    return [first, *map(list, rest)]


for template in ["{", "}", "{0", "{0!", "{0!r", "{0!r:", "{0!rx}", "{0:{", "{0:{}", "{:{}}", "{0[}", "{0[]}", "{0[a]b}", "{!}", "{!z}", "{!\u0100}", "{!😀:x}", "{{}}", "{a{b}}",
                 "{0:}}", "{0:{{}}}", "a{}b{", "a{{b}}c{d}e", "{a[}]}", "{a[:!]}", "{}{}{:x}"]:
    record("template", parse, template)
for name in ["", "0", "a", "0.a", "a.b.c", "a[0]", "a[b].c[1]", "a.", "a[]", "a[b]c", "a[", "[0]", ".a", "\u0660", "99999999999999999999", "a[99999999999999999999]", "-1", " 0", "a[-1]"]:
    record("field_name", field_name, name)
for _ in times(200):
    record("template", parse, "".join(random.choice("{{}}}a0[].!:r") for _ in range(random.randrange(9))))
    record("field_name", field_name, "".join(random.choice("a0[].[].") for _ in range(random.randrange(7))))

def coded(function, *arguments):
    try:
        return function(*arguments)
    except UnicodeError as error:
        return [type(error).__name__, error.encoding, error.start, error.end, error.reason]


CODECS = ["utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "latin-1", "ascii", "unicode-escape",
          "raw-unicode-escape"]
HANDLERS = ["strict", "strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass"]
PIECES = [b"a", b"abc", b"\xc3\xa9", b"\xe2\x82\xac", b"\xf0\x9f\x98\x80", b"\xff", b"\x80", b"\xc0\x80", b"\xe0\x80", b"\xed\xa0\x80", b"\xed\xbf", b"\xf4\x90",
          b"\xf0\x9f", b"\xe2\x82", b"\xff\xfe", b"\xfe\xff", b"\x00\xd8", b"\x00\xdc", b"\x3d\xd8\x00\xde", b"\x00", b"\xef\xbb\xbf", b"x" * 70]
ESCAPES = [b"a", b"\\", b"\\n", b"\\x41", b"\\x4", b"\\u12ab", b"\\u12", b"\\U0001f600", b"\\U00110000", b"\\ud83d", b"\\N{DIGIT ONE}", b"\\N{NO}", b"\\N{", b"}",
           b"\\N", b"\\101", b"\\0", b"\\777", b"\\q", b"\xe9", b"\\\n", b"u0041", b"\\'"]
for _ in times(250):
    codec = random.choice(CODECS)
    data = b"".join(random.choice(ESCAPES if "escape" in codec else PIECES) for _ in range(random.randrange(5)))
    if random.random() < 0.2:
        data = random.randbytes(random.randrange(8))
    record("decode", lambda c, h, d: coded(d.decode, c, h), codec, random.choice(HANDLERS), data)
    text = random.choice([some_text(6), some_text(6, "ab\udc80\udcff\ud800é"), some_text(5, "aé\u1234\uffff")])
    handler = random.choice(HANDLERS + ["xmlcharrefreplace", "namereplace"])
    record("encode", lambda c, h, t: coded(t.encode, c, h), codec, handler, text)
finish()
