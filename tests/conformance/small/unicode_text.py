# Text outside ASCII: lengths, slices, case, comparison, encoding.
s = "naïve café – 日本語 😀 ǆ ß"
print(len(s), s[2], s[6:10], s[::-1], s.upper(), s.title(), s.find("日"), s.split()[-3:], "é" in s)
print([ord(c) for c in "aé日😀"], "".join(map(chr, [233, 26085, 128512])), s.encode()[:10], len(s.encode()), len(s.encode("utf-16-le")), s.encode("ascii", "replace"), s.encode("latin-1", "ignore"))
print("é" == "e\u0301", len("e\u0301"), "é" < "z", "z" < "é", sorted("zéaÉ"), "ß".upper(), "ß".casefold() == "ss", "İ".lower(), len("İ".lower()), "ﬁ".upper(), "Σ".lower(), "ΑΣ".lower())
print("日本".center(8, "*"), f"{'日本':>5}", "日本語".partition("本"), "日" * 3, "a日b".replace("日", "-"), "日本".isalpha(), "１２".isdigit(), int("１２"), "½".isnumeric(), "②".isdigit(), "一".isnumeric(), "x²".isidentifier(), "日本".isidentifier())
print(repr("\u200b\xa0\xad\u2028"), ascii("é日😀"), "\N{GREEK SMALL LETTER ALPHA}", "\u00e9" == "\xe9", "\t日\n".strip(), "a\u3000b".split(), "日\u2028本".splitlines())
é, 変数 = 1, 2
print(é + 変数, {"é": é}, sorted(k for k in globals() if not k.isascii()))
class Ñ:
    ö = "attr"
print(Ñ.ö, Ñ.__name__, getattr(Ñ, "ö"))
ﬁ = "normalised"
print(fi)
print("%s|%5s|%-5s|" % ("日", "日", "日"), "{:*^7}".format("日本"), "日本語"[1], "😀😁"[1], "😀😁".find("😁"), list("a😀"), "😀".encode("utf-16-be"), max("a日😀"))
