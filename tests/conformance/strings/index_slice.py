# Indexing and slicing of text: negative, out of range, steps, wide characters.
s = "hello, wörld 😀!"
print(len(s), s[0], s[-1], s[13], s[-2], s[1:4], s[::-1], s[::3], s[-4:], s[:-4], s[10:2:-3])
print(s[100:], s[-100:2], s[2:1], s[5:5], s[::100], s[None:None], s[True], s[:True])
print([c for c in "aé😀"], list(reversed("aé😀")), "😀" * 2, ("é" * 3)[1:], "ab" * 0, "ab" * -1, 2 * "ab")
for f in (lambda: s[99], lambda: s[-99], lambda: s["a"], lambda: s[1.0], lambda: s[1:2:0], lambda: s["a":], lambda: s[None],
          lambda: s[1, 2], lambda: ""[0], lambda: "ab" * "c", lambda: "ab" * 1.5, lambda: "a" + 1, lambda: 1 + "a", lambda: "a" - "b",
          lambda: "a" < 1, lambda: -"a", lambda: "a" % 1, lambda: s.__getitem__(), lambda: "a" @ "b"):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
try:
    s[0] = "x"
except TypeError as e:
    print(e)
try:
    del s[0]
except TypeError as e:
    print(e)


class I:
    def __index__(self):
        return 1


print(s[I()], s[I():], "ab" * I())
print("abc" < "abd", "a" < "B", "" < "a", "Z" < "é" < "日" < "😀", "a" == "a", "a" != "b", "ab" <= "ab", "😀" > "\uffff")
print(ord("a"), ord("😀"), chr(233), chr(0x1F600), [hex(ord(c)) for c in "\ud800x"])
