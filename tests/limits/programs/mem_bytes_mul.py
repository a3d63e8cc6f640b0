print(len(b"ab" * 10**10))
