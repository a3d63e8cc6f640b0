while True:
    print(end="x")
