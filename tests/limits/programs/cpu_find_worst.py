a = "a" * 5000000
print(a.find("a" * 2000000 + "b"), a.count("b" + "a" * 2000000), a.rfind("b" + "a" * 1000000))
print(("a" * 1000000 + "b").find("a" * 400000 + "b"), a.replace("a" * 100000 + "b", "") == a, len(a.split("a" * 1000000 + "b")))
