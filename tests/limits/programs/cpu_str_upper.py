s = "ab" * 5000000
while True:
    s.upper()
