# sys.tracebacklimit.
import sys
def rec(n):
    if n == 0: 1/0
    rec2(n)
def rec2(n): rec(n-1)
for lim in (3, 1, 0, -1, 100, "x", 10**30):
    sys.tracebacklimit = lim
    try: rec(5)
    except Exception as e: sys.excepthook(None, e, None)
    print("--", file=sys.stderr)
