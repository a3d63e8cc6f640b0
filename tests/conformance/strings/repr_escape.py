# repr and ascii: quotes, controls, surrogates, unprintable characters.
for s in ("a'b", 'a"b', "a'b\"c", "\n\r\t\\", "\x00\x1f\x7f\x80\xa0\xad\xff", "é", "日", "😀", "\ud800", "\u200b", "\u2028", "\U000e0001", "\ue000", "\x1b[0m", ""):
    print(repr(s).encode("utf8", "backslashreplace"), ascii(s), len(repr(s)))
for b in (b"a'b", b'a"b', b"\x00\n\xff\\", b"", bytearray(b"x'\x01"), bytearray()):
    print(repr(b), str(b), ascii(b), len(b))
print(["a", 'b"c', "d'e"], ("x",), {"k'": 'v"'}, {"s"})
print("%r %a %s" % ("é", "é", "é"), f"{'é'!r} {'é'!a} {'é'!s}")
print(str(b"x", "ascii"), str(b"\xc3\xa9", encoding="utf-8"), str(), str(3), str(None), str([1, "a"]))
for f in (lambda: str(b"\xff", "utf8"), lambda: str("a", "utf8"), lambda: str(3, "utf8"), lambda: str(b"a", "nope"), lambda: str(1, 2, 3, 4)):
    try:
        print(f())
    except (TypeError, LookupError, ValueError) as e:
        print(type(e).__name__, e)
print("\N{SNOWMAN}" "\x41\101\u0041\U00000041" r"\n" "\
joined")
