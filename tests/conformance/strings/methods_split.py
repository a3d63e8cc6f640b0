# split, rsplit, splitlines, partition, join.
s = "  one two  three "
print(s.split(), s.split(" "), s.split(None, 1), s.rsplit(None, 1), s.split("o"), s.rsplit("o", 1), s.split(" ", 2))
print("".split(), "".split(","), ",".split(","), "a,b,,c".split(","), "a--b--c".split("--"), "abc".split("x"), "a b".split(maxsplit=0))
print("a\nb\r\nc\rd\x0be\x0cf\x1cg\x85h\u2028i".splitlines())
print("a\n\nb\n".splitlines(True), "".splitlines(), "\n".splitlines(), "a\r\n".splitlines(keepends=True))
print("k=v=w".partition("="), "k=v=w".rpartition("="), "kv".partition("="), "kv".rpartition("="))
print(",".join(["a", "b"]), "".join([]), "-".join("abc"), ", ".join(str(i) for i in range(4)), "x".join(["only"]))
one = "only"
print("x".join([one]) is one, "".join((one,)) is one, "".join([one, ""]) is one)
for f in (lambda: ",".join([1]), lambda: ",".join(["a", None]), lambda: ",".join(3), lambda: "a".split(""), lambda: "a".split(3),
          lambda: "a".partition(""), lambda: "a".rpartition(1), lambda: "a".split(",", "x"), lambda: "a".split(sep=",", bad=1)):
    try:
        f()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print("a\u00a0b\u3000c".split(), "1\x1f2".split(), "a\x1fb".split("\x1f"))
