while True:
    float("1" * 1000000)
