s = "\ud800\udc00"
t = "\U00010000"
print(len(s), len(t), s == t, s in t, hash(s) == hash(t), s + t == t + s, ("a" + s)[1:] == s, s.upper() == s, {s: 1}.get(t), s < t, ascii(s + t), len(s.split("\udc00")), s.find("\udc00"), t.find("\udc00"), (s[0] + s[1]) == s, len(("\ud800" * 3 + "\udc00").replace("\ud800", "")), s.encode("utf-16-le", "surrogatepass"))
for f in (lambda: s.encode(), lambda: print(s), lambda: open(s), lambda: compile(s, "x", "exec"), lambda: eval("'" + s + "'")):
    try:
        f()
        print("ok")
    except (UnicodeError, OSError, SyntaxError) as e:
        print(type(e).__name__)
