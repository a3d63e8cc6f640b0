while True:
    print("\u20ac\U0001f600" * 100)
