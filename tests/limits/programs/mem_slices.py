s = "ab" * 5000000
a = []
while True:
    a.append(s[1:])
