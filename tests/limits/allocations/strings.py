x, y = 1000, "abc"
f"{x} {y!r:>10} {x:,} {x!s} {y}{y} {3.5:.2f} {x:{x % 20}}"
"%s %d %r %5.2f %(a)s" % {"a": 1} if 0 else "%s %d %r" % (y, x, [y])
"{} {a} {0!r} {b[0]} {c.real}".format(x, a=y, b=[1000], c=2) if 0 else "{0} {a} {b[0]} {c.real}".format(x, a=y, b=[1000], c=2)
y.upper(); y * 10; y + y; y.split("b"); "a,b,c".split(","); ",".join(["x", "y", str(x)]); y.replace("a", "bb"); y.center(20); y.encode(); y.partition("b"); y.find("c"); y.translate({97: "zz", 98: None}); str.maketrans("a", "b"); "a\nb".splitlines(); y[::-1]; y[1:]; "é\u20ac\U0001f600" + y; "ABC".lower().title().swapcase(); "x=%(v)s" % {"v": x}
b = b"abc"; b + b; b.hex(); b.split(b"b"); bytearray(b).append(5); bytes([1, 2]); b[1:]; b.decode(); memoryview(b)[1:].tolist(); bytes(1000); bytearray(100) + b; b"%d" % 5; b.join([b, b]); b.replace(b"a", b"c"); bytes.fromhex("0102"); int.from_bytes(b, "big"); (1000).to_bytes(4, "big")
int("1000"); float("1.5"); repr(1.5); str(10**30); hex(10**20); 10**30 + 1; -10**30; 10**30 // 7; divmod(10**20, 7); round(2.567, 2); 1.5 + 2; complex(1, 2) * 2; pow(3, 1000, 7000); abs(-10**20); bin(1000); oct(1000); 2 ** 100 >> 3; (3.7).hex(); (0.1).as_integer_ratio(); int(1e20); "abc" < "abd"; ord("a"); chr(8364); ascii("é"); repr("a'b"); repr([1000, {"a": (1,)}, {1}, frozenset(), b"x", None]); format(1000, ">10"); "a".join("xyz"); "abc".isalpha()
