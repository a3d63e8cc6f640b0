# The size of strings by their widest character, and of bytes.
import sys

size = sys.getsizeof
for c in ("a", "\x7f", "\x80", "ÿ", "Ā", "日", "\uffff", "\U00010000", "😀"):
    print([size(c * n) for n in (1, 2, 3, 10)], end=" ")
print()
print(size("a" + "é"), size("ab" + "日"), size(("日" + "ab")[1:]), size("😀abc"[1:]), size("é"[:0]), size("日本a"[2]), size("".join(["a", "😀"])), size("aé".encode()), size("a\ud800"))
s = ""
sizes = []
for i in range(10):
    s += "x"
    sizes.append(size(s))
print(sizes)
print(size(str(10 ** 20)), size(repr([1, 2])), size("%d" % 5), size(f"{1}-{2}"), size("a" * 1000), size("é" * 1000), size("日" * 1000), size("a,b".split(",")), size("a,b".split(",")[0]), size("abc".upper()), size("ß".upper()), size("abc".replace("b", "日")), size(chr(200)), size(chr(300)))
print(size(b"a" * 10), size(bytes(100)), size(bytes([1])), size(bytearray(b"a" * 10)), size(bytearray(5)), size(b"ab" + b"cd"), size(b""), size(memoryview(b"a" * 100)))
b = bytearray()
for i in range(10):
    b += b"xy"
print(size(b), len(b), b.__alloc__())
e = "e" + "\u0301"
print(size(e), len(e), size(e[0]), size(e[1]))
