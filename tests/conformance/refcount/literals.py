# Fresh containers, constants and immortal singletons. A constant of a script is held by its code
# object and, while the script runs, by the memory its syntax tree lies in.
import sys

IMMORTAL = 4294967295
print(sys.getrefcount(None) == IMMORTAL, sys.getrefcount(True) == IMMORTAL, sys.getrefcount(...) == IMMORTAL)
print(sys.getrefcount(0) == IMMORTAL, sys.getrefcount(256) == IMMORTAL, sys.getrefcount(-5) == IMMORTAL)
print(sys.getrefcount(()) == IMMORTAL, sys.getrefcount("") == IMMORTAL, sys.getrefcount(b"") == IMMORTAL)
print(sys.getrefcount("a") == IMMORTAL, sys.getrefcount("name") == IMMORTAL, sys.getrefcount(b"a") == IMMORTAL)
print(sys.getrefcount(int) == IMMORTAL, sys.getrefcount(Exception) == IMMORTAL, sys.getrefcount(NotImplemented) == IMMORTAL)


def f():
    return 1000


def g():
    return "two words"


x = f()
print(sys.getrefcount(x), f() is x)
y = f()
print(sys.getrefcount(x), x is y)
w = g()
print(sys.getrefcount(w), w is g())
n = 10 ** 20
m = n
print(sys.getrefcount(n), n is m)
m += 0
print(sys.getrefcount(n), n is m, n == m)
