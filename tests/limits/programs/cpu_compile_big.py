src = "x = 1 + 2 * 3 ** y[4](5, 6)\n" * 100000
while True:
    compile(src, "x", "exec")
