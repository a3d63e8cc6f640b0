# print: separators, ends, files, flush, and its complaints.
import sys

print()
print(1, "a", None, [1, "b"], sep="-")
print("x", "y", sep="", end="!\n")
print("a", "b", sep=None, end=None)
print(*range(4), sep=", ")
print("flush", flush=True)


class W:
    def __init__(self):
        self.got = []

    def write(self, text):
        self.got.append(text)

    def flush(self):
        self.got.append("FLUSH")


w = W()
print("to", 3, file=w, sep="+", end="END")
print(file=w, flush=True)
print(w.got)
old = sys.stdout
sys.stdout = w
print("captured")
sys.stdout = old
print(w.got[-2:])
for f in (lambda: print(sep=3), lambda: print(end=b""), lambda: print(1, file=3), lambda: print(1, bad=2)):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)


class Bad:
    def __str__(self):
        raise ValueError("no text")


class Wrong:
    def __str__(self):
        return 3


for b in (Bad(), Wrong()):
    try:
        print("partial", b)
    except Exception as e:
        print("|", type(e).__name__, e)
print(sys.stdout.write("abc\n"), sys.stdout.name, sys.stdout.encoding)
print(None, True, 1.0, 1j, ..., NotImplemented, int, len, sep="\n")
