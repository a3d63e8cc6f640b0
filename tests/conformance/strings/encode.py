# Encoding and decoding: UTF-8, Latin-1, ASCII, UTF-16 and the error handlers.
s = "aé日😀"
for codec in ("utf-8", "utf8", "UTF_8", "latin-1", "ascii", "utf-16", "utf-16-le", "utf-16-be", "utf-32-le", "utf-8-sig"):
    try:
        b = s.encode(codec)
        print(codec, b, b.decode(codec) == s)
    except UnicodeEncodeError as e:
        print(codec, e, e.start, e.end, e.object == s, e.reason, e.encoding)
for errors in ("ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace", "surrogateescape"):
    try:
        print(errors, s.encode("ascii", errors))
    except UnicodeEncodeError as e:
        print(errors, e)
for data in (b"\xff", b"a\xc3", b"\xe6\x97", b"\xed\xa0\x80", b"\xf0\x9f\x98", b"\xc0\x80", b"ok\x80\x81", b"\xf5\x80\x80\x80"):
    try:
        print(data.decode())
    except UnicodeDecodeError as e:
        print(e)
    print(data.decode("utf8", "replace").encode("unicode_escape"), data.decode("utf8", "backslashreplace"), repr(data.decode("utf8", "ignore")))
print(repr(b"\xff\x80".decode("ascii", "surrogateescape")), b"\xff".decode("ascii", "surrogateescape").encode("ascii", "surrogateescape"))
for f in (lambda: "\ud800".encode(), lambda: "a".encode("nope"), lambda: "é".encode("ascii", "nope"), lambda: "a".encode(3), lambda: b"a".decode(3),
          lambda: b"\x80".decode("ascii"), lambda: b"abc".decode("utf-16-le")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print("\ud800".encode("utf8", "surrogatepass"), b"\xed\xa0\x80".decode("utf8", "surrogatepass") == "\ud800")
