# strip, padding, removal, translation.
s = "..a.b.."
print(s.strip("."), s.lstrip("."), s.rstrip("."), " x\t\n".strip(), "xyx".strip("xy"), "abc".strip(""), "\u3000a\u2003".strip())
print("7".zfill(3), "-7".zfill(4), "+x".zfill(4), "".zfill(2), "--1".zfill(6), "abc".zfill(2))
print("ab".ljust(5) + "|", "ab".rjust(5, "*"), "ab".center(5, "-"), "abc".center(6, "-"), "a".center(4, "+"), "ab".ljust(1))
print("prefix-x".removeprefix("prefix-"), "x.py".removesuffix(".py"), "x".removeprefix("y"), "x".removesuffix(""), "aa".removesuffix("a"))
print("a\tb\tcd\t".expandtabs(), "a\tb".expandtabs(4), "\t".expandtabs(0), "a\n\tb".expandtabs(3))
print("abcabc".replace("b", "X"), "abcabc".replace("b", "", 1), "aaa".replace("a", "aa"), "abc".replace("", "-"), "abc".replace("", "-", 2), "".replace("", "x"))
print("abc".translate({97: "1", 98: None, 99: 120}), "abc".translate(str.maketrans("ab", "xy", "c")), str.maketrans({"a": 1, 98: "z"}))
print("a".translate({}), "abc".translate("xyz" * 40)[:3])
for f in (lambda: "a".strip(3), lambda: "a".ljust("x"), lambda: "a".ljust(5, "ab"), lambda: "a".ljust(5, 3), lambda: "a".replace("a"),
          lambda: "a".replace("a", 3), lambda: str.maketrans("a"), lambda: str.maketrans("a", "bc"), lambda: str.maketrans({"ab": 1}),
          lambda: "a".zfill(), lambda: "a".translate(3), lambda: "a".translate({97: 1 << 30}), lambda: "a".removeprefix(),
          lambda: "a".center(3, ""), lambda: "a".expandtabs(tabsize="x")):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
