# The plainest of programs on strings.
s = "hello"
print(s + " world", s * 2, s[0], s[-1], s[1:3], s[::-1], len(s))
print(s.upper(), s.replace("l", "L"), s.find("l"), s.split("l"), "-".join(["a", "b"]))
print("h" in s, "z" in s, s == "hello", s < "help", s != "x")
print(f"{s}!", f"{s:>8}|", f"{3.14159:.2f}", "%s %d" % (s, 5), "{} {}".format(1, 2))
print("tab\tnew\nline", 'single', """triple
lines""", r"raw\n", "\x41\u00e9")
print(s.startswith("he"), s.endswith("lo"), s.count("l"), s.index("o"), s.title(), s.capitalize())
print(ord("a"), chr(98), str(12), int("34"), float("1.5"), bool(""), list("abc"))
