# Ways to build text, and what they share.
import sys

parts = []
for i in range(5):
    parts.append(str(i))
s = ",".join(parts)
t = ""
for p in parts:
    t += p + ","
print(s, t[:-1] == s, s is t[:-1], sys.getrefcount(s))
u = "".join(f"{i:02x}" for i in range(0, 256, 51))
print(u, u.upper(), [u[i:i + 2] for i in range(0, len(u), 2)], bytes.fromhex(u))
x = "ab"
y = x
x += "c"
print(x, y, x is y)
big = "-" * 20
print(big, big[:5] + "|" + big[5:10], ("ab" * 3).replace("ba", "-"), "%s%s" % (x, y), "{0}{1}{0}".format(x, y), x.join([y, y]), f"{x}{y!r}{len(x)}")
print("a" "b" 'c', ("x"
                      "y"), "tab\tnew\nline", r"raw\n", "\x41\u0042\103", "a\
b", '''multi
line''', "nul\0byte".encode(), len("\\"), "'" + '"')
lines = ["first", "", "third"]
print("\n".join(lines).split("\n") == lines, "\n".join(lines).splitlines(), repr("\n".join(lines)))


def acc(n):
    s = ""
    for i in range(n):
        s += "x"
    return s


print(len(acc(1000)), acc(3), sys.getrefcount(acc(5)), sum(map(len, ["ab", "c"])))
out = []
w = out.append
for c in "hello":
    w(c.upper() if c in "aeiou" else c)
print("".join(out), "".join(reversed(out)), "".join(sorted(out)), "".join(dict.fromkeys(out)))
