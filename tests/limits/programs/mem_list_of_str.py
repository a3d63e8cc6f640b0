print(len(list("ab" * 20000000)))
