# Patterns, matches, scanners and templates as objects: attributes, errors, who holds whom.
import _sre
import sys

# (a+)(?P<x>b)?c  (\d)  and b"a|b*", as Lib/re compiles them
LETTERS = _sre.compile("(a+)(?P<x>b)?c", 32, [14, 4, 0, 2, 4294967295, 17, 0, 24, 6, 1, 4294967295, 16, 97, 1, 17, 1, 23, 9, 0, 1, 17, 2, 16, 98, 17, 3, 18, 16, 99, 1],
                       2, {"x": 2}, (None, None, "x"))
DIGIT = _sre.compile("(\\d)", 32, [14, 7, 4, 1, 1, 8, 10, 0, 17, 0, 13, 4, 8, 10, 0, 17, 1, 1], 1, {}, (None, None))
BYTES = _sre.compile(b"a|b*", 0, [14, 4, 0, 0, 4294967295, 7, 5, 16, 97, 15, 12, 10, 24, 6, 0, 4294967295, 16, 98, 1, 15, 2, 0, 1], 0, {}, (None,))


def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs))[:150])
    except Exception as e:
        print(type(e).__name__, e)


m = LETTERS.search("xxaabc!")
print(m, m.group(), m.group(1, "x", 0), m["x"], m[1], m.groups(), m.groupdict(), m.span("x"), m.start(1), m.end(2), m.regs)
print(m.lastindex, m.lastgroup, m.pos, m.endpos, m.string, m.re is LETTERS, bool(m), m.regs is m.regs)
n = LETTERS.match("ac", 0, 99)
print(n.groups(), n.groups("none"), n.groupdict("q"), n.group(2), n.span(2), n.lastindex, n.lastgroup)
for bad in (3, -1, "y", None, 1.5, [], 2**70, b"x"):
    attempt(m.group, bad)
    attempt(m.start, bad)
    attempt(m.__getitem__, bad)
attempt(m.start, 1, 2)
attempt(m.groups, 1, 2)
attempt(m.groups, default=5)
attempt(m.groupdict, other=5)
attempt(setattr, m, "string", 1)
attempt(setattr, LETTERS, "flags", 1)
attempt(type(m))
attempt(type(LETTERS))
attempt(hash, DIGIT is None)
print(type(m), type(LETTERS), type(m)[int], m.__copy__() is m, LETTERS.__deepcopy__({}) is LETTERS)
print(LETTERS == DIGIT, LETTERS != DIGIT, LETTERS == 5, hash(LETTERS) == hash(LETTERS), LETTERS.groupindex, DIGIT.groupindex)
attempt(lambda: LETTERS < DIGIT)
attempt(LETTERS.match, b"x")
attempt(BYTES.match, "x")
attempt(BYTES.match, 5)
attempt(BYTES.sub, b"-", bytearray(b"xabby"))
attempt(BYTES.findall, memoryview(b"abba"))
attempt(BYTES.sub, "x", b"ab")
attempt(LETTERS.match)
attempt(LETTERS.match, "ac", "x")
attempt(LETTERS.match, string="ac", pos=1)
attempt(LETTERS.sub, "-", "ac", 1, 2)
attempt(LETTERS.sub, lambda m: 5, "ac")
attempt(LETTERS.sub, lambda m: None, "xacx")
attempt(LETTERS.sub, "-", "xacx")
attempt(LETTERS.subn, "-", "xacxaabc", 1)
attempt(LETTERS.split, "xacxaabcq", 1)
attempt(DIGIT.split, "a1b2c", maxsplit=-1)
s = DIGIT.scanner("1a22")
print(s.pattern is DIGIT, s.match(), s.match(), s.match(), s.search())
s = DIGIT.scanner("1a22")
print(s.search(), s.search(), s.search(), s.search(), s.search())
t = _sre.template(LETTERS, ["<", 1, "", 2, ">"])
print(type(t), sys.getsizeof(t), sys.getsizeof(m), sys.getsizeof(LETTERS), sys.getsizeof(s))
for bad in ([], ["a", 1], ["a", -1, "b"], ["a", "b", "c"], ("a",), ["a", 2**70, "b"]):
    attempt(_sre.template, LETTERS, bad)
attempt(_sre.compile, "", 0, [1], 0, {}, ())
for bad in ([], [2**32], [-1], ["x"], [99, 1], [24, 3, 0, 1, 1], [11, 5, 1], (1,)):
    attempt(_sre.compile, "", 0, bad, 0, {}, ())
attempt(_sre.compile, "", 2**40, [1], 0, {}, ())
attempt(_sre.compile, 5, 0, [1], 0, {}, ())
attempt(_sre.compile, None, 0, [1], -1, {}, ())
attempt(_sre.compile, None, 0, [1], 0, [], ())
text = "aabc" * 5
before = sys.getrefcount(text), sys.getrefcount(DIGIT)
held = [LETTERS.match(text), DIGIT.scanner(text), LETTERS.finditer(text)]
print(sys.getrefcount(text) - before[0], sys.getrefcount(DIGIT) - before[1])
del held
print(sys.getrefcount(text) - before[0], sys.getrefcount(DIGIT) - before[1])
print(_sre.getcodesize(), _sre.MAGIC, _sre.unicode_tolower(0x130), _sre.ascii_tolower(65), _sre.unicode_iscased(0xDF), _sre.ascii_iscased(0xE4))
