# Which equal strings are the same object.
import sys


def same(a, b):
    return a is b


a = "identifier"
b = "identifier"
c = "two words"
d = "two words"
print(a is b, c is d)


def f():
    return "identifier", "two words", "x" * 20, "x" * 5000


def g():
    return "identifier", "two words", "x" * 20, "x" * 5000


print([x is y for x, y in zip(f(), g())], [x is y for x, y in zip(f(), f())])
print("".join(["iden", "tifier"]) is a, sys.intern("".join(["iden", "tifier"])) is a)
print(same("a"[0], "a"), same(chr(97), "a"), same("ab"[1], "b"), same(chr(233), "é"), same(chr(300), chr(300)), same("", "".join([])))
print(same(str(1), str(1)), same("%s" % "ident", "ident"), same("ab" + "cd", "abcd"), same(a + "", a), same("xyz"[1:2], "y"))
n = "q"
print(same(n * 3, "qqq"), n * 1 is n, same("a" + n, "a" + n))


class K:
    pass


k = K()
setattr(k, "".join(["at", "tr"]), 1)
print(same(list(k.__dict__)[0], "attr"), same(f.__name__, "f"), same(K.__name__, "K"))
d = {"".join(["ke", "y"]): 1}
print(same(list(d)[0], "key"), same(list(dict(key=1))[0], "key"))
for bad in (3, b"x", None):
    try:
        sys.intern(bad)
    except TypeError as e:
        print(e)


class S(str):
    pass


try:
    sys.intern(S("x"))
except TypeError as e:
    print(e)
s = S("abc")
print(str(s) is s, type(str(s)).__name__, s == "abc", hash(s) == hash("abc"), {s: 1}["abc"], type(s + "d").__name__, type(s.upper()).__name__, type(s[:]).__name__)
