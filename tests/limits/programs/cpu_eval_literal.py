while True:
    eval("[" + "1," * 100000 + "]")
