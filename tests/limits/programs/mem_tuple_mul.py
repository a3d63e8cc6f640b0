print(len((1, 2) * 10**9))
