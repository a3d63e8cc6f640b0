# Texts made at run time: counted, interned on demand as names and keys.
import sys

rc = sys.getrefcount
s = "".join(["run", " time"])
print(rc(s))
d = {s: 1}
print(rc(s), next(iter(d)) is s)
l = s.split()
print([rc(x) for x in l], l[0] is not s)
u = s.upper()
v = u.lower()
print(rc(u), v == s, v is s)
c = s[0]
print(rc(c) > 1000, c is s[0], s[0:1] is c)
w = s[0:3]
print(rc(w), w is s[0:3])
f = f"{s}!"
print(rc(f), f"{s}" is s, rc(s))
x = s
x += "?"
print(rc(x), rc(s), x)
b = b"by" + bytes([116])
print(rc(b), b[:] is b, rc(b[0]) > 1000)


class A:
    pass


a = A()
name = "".join(["na", "me"])
print(rc(name))
setattr(a, name, 1)
print(rc(name) > 1000 or rc(name), "name" in vars(a))
key = "".join(["ke", "y"])
a.__dict__[key] = 2
print(rc(key), a.key)
globals()["".join(["gl", "ob"])] = 3
print(glob)
k = list(vars(a))
print([type(x).__name__ for x in k], k[0] is sys.intern("name"))
r = "-".join([s, s])
print(rc(s), rc(r), r.count("run"))
t = r.split("-")
print([rc(p) for p in t], t[0] is t[1], t[0] == t[1])
e = str(12345)
print(rc(e), e is str(12345), repr(s) is s, str(s) is s)
m = s.encode()
print(rc(m), m.decode() is s, m.decode() == s)
p = s.replace("run", "run")
print(p is s, s.strip() is s, rc(s))
g = sys.intern(s)
print(g is s, sys.intern("".join(["run", " time"])) is s)
h = {"".join(["q", "r"]): 1, "qr": 2}
print(h, len(h))
