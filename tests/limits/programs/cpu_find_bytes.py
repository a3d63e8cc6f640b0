a = b"a" * 5000000
print(a.find(b"a" * 2000000 + b"b"), a.count(b"b" + b"a" * 2000000), a.rfind(b"b" + b"a" * 1000000))
