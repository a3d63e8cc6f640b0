while True:
    "%.1000000f" % 1e300
