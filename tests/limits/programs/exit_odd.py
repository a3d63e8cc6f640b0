import sys
for x in (10**100, -1, "x", None, [], 1.5, True):
    try:
        sys.exit(x)
    except SystemExit as e:
        print(repr(e.code))
sys.exit(2**40 + 3)
