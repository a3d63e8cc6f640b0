import sys
def t(*a):
    return t
def f(n):
    return f(n + 1)
sys.settrace(t)
try:
    f(0)
except RecursionError as e:
    sys.settrace(None)
    print("RE")
