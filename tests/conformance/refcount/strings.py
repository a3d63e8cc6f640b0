# Strings made at run time are counted; identical contents may be different objects.
import sys

a = "".join(["he", "llo there"])
print(sys.getrefcount(a))
b = a
print(sys.getrefcount(a), b is a)
c = "".join(["he", "llo there"])
print(c is a, c == a, sys.getrefcount(c))
print(str(a) is a, a[:] is a, a + "" is a, "" + a is a, a * 1 is a)
print(a.strip() is a, a.lower() is a, a.replace("z", "y") is a, a.ljust(3) is a, f"{a}" is a)
print("%s" % a is a, a.format() is a, format(a) is a, a.expandtabs() is a)
print(sys.getrefcount(a))
i = sys.intern(a)
print(i is a, sys.getrefcount(a))
j = sys.intern(c)
print(j is a, sys.getrefcount(a), sys.getrefcount(c))
d = {a: 1}
print(sys.getrefcount(a))
x = chr(97) + chr(98)
print(sys.getrefcount(x), x is "ab".replace("z", "z"))
parts = "p q p".split()
print([sys.getrefcount(p) > 3 for p in parts], parts[0] is parts[2])
parts = "pp qq pp".split()
print([sys.getrefcount(p) for p in parts], parts[0] is parts[2])
s = "x y"
t = s
s += "z"
print(s, t, sys.getrefcount(s), s is t)
