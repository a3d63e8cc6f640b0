# bytes and bytearray: indexing, methods, hex, errors.
b = b"Hello, World"
print(b[0], b[-1], b[1:4], b[::-1], list(b[:3]), b.upper(), b.lower(), b.swapcase(), b.title(), b.find(b"o"), b.rfind(b"o"), b.count(b"l"))
print(b.split(b", "), b.replace(b"l", b"L", 2), b.startswith(b"He"), b.endswith((b"x", b"ld")), b.partition(b","), b.join([b"1", b"2"]), b.strip(b"Hd"))
print(b.hex(), b.hex("-"), b.hex(":", 2), bytes.fromhex("00 ff 7F"), b.center(16, b"*"), b"7".zfill(3), b"a\tb".expandtabs(4))
print(111 in b, b"llo" in b, b + b"!", b * 2 == b + b, b == bytearray(b), b < b"I", b"" or "empty", bytes(3), bytes([1, 2]), bytes("é", "utf8"), bytes(b) is b)
print(b.isalpha(), b"abc".isalpha(), b"12".isdigit(), b" \n".isspace(), b"Ab".istitle(), b.isascii(), b"x".islower(), b"a1".isalnum())
print(b.translate(None, b"l"), bytes.maketrans(b"ab", b"xy")[96:100], b.index(b"W"), b.find(87), b"a,b".rsplit(b",", 1), b"a\nb\r\nc".splitlines())
print(b"%s %d %r %x %c %5.1f" % (b"s", 3, "r", 255, 65, 1.25), b"%a" % "é")
for f in (lambda: b["a"], lambda: b[99], lambda: bytes("x"), lambda: bytes([256]), lambda: bytes([-1]), lambda: bytes(["a"]), lambda: bytes(-1), lambda: b + "s",
          lambda: b.join(["s"]), lambda: b.find("s"), lambda: "s" in b, lambda: 300 in b, lambda: bytes.fromhex("0"), lambda: bytes.fromhex("zz"), lambda: b.split(""),
          lambda: bytes(1.5), lambda: b.replace("a", "b"), lambda: bytes("a", 3), lambda: bytes(1, "utf8"), lambda: b.index(b"q"), lambda: b.hex("--"), lambda: b"%d" % "x"):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
try:
    b[0] = 1
except TypeError as e:
    print(e)
