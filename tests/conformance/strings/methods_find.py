# find, index, count, startswith and their kin, with bounds.
s = "spam and spam and eggs"
print(s.find("spam"), s.find("spam", 1), s.find("x"), s.rfind("and"), s.rfind("and", 0, 10), s.find(""), s.rfind(""), s.find("", 99))
print(s.index("eggs"), s.count("and"), s.count(""), s.count("a", 5, 12), s.count("aa"), "aaaa".count("aa"))
print(s.startswith("spam"), s.startswith("and", 5), s.startswith(("x", "sp")), s.endswith("eggs"), s.endswith("spam", 0, 13), s.endswith(()))
print(s.startswith(""), s.startswith("", 99), "".startswith(""), s.find("spam", -100, -5), s.find("g", -3))
for f in (lambda: s.index("x"), lambda: s.rindex("q"), lambda: s.find(3), lambda: s.startswith(3), lambda: s.startswith((3,)),
          lambda: s.count(), lambda: s.find("a", "b"), lambda: s.endswith(["a"]), lambda: 3 in s, lambda: None in s):
    try:
        f()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print("and" in s, "" in s, "xyz" not in s, "" in "")
print(s.find("n", None, 8), s.find("a", True), "ab".find("b", 0, None))
print("日本語日本".find("本"), "日本語日本".rfind("日"), "😀a😀".find("a"), "😀a😀".index("😀", 1), len("😀a😀"))
