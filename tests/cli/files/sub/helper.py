def help(n):
    return 10 // n
