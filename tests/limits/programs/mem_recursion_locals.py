import sys
sys.setrecursionlimit(10**9)
def f(a):
    b = [a] * 1000
    f(b)
f(0)
