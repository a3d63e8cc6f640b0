import sys
for n in (0, -1, 1, 2**31, 2**100, 5, "x"):
    try:
        sys.setrecursionlimit(n)
        print("set")
    except (ValueError, OverflowError, RecursionError, TypeError) as e:
        print(type(e).__name__)
sys.setrecursionlimit(1000)
