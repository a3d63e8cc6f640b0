while True:
    round(10**100000, -50000)
