s = "\u20ac" * 10000000
print(len(s.encode()))
