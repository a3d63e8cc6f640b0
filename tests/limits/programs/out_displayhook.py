import sys
while True:
    sys.displayhook("x" * 1000)
