while True:
    hash("ab" * 5000000)
