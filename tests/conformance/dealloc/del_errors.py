# expects: stderr
# Exceptions in __del__ are printed and ignored; the program goes on.
import sys


class Bad:
    def __init__(self, n):
        self.n = n

    def __del__(self):
        print("del", self.n)
        raise ValueError(self.n)


class NotCallable:
    __del__ = 3

    def __repr__(self):
        return "<NotCallable>"


class Wrong:
    def __del__(self, needed):
        pass


class Exits:
    def __del__(self):
        raise SystemExit(3)


b = Bad(1)
del b
[Bad(2), Bad(3)]
try:
    Bad(4)
    raise KeyError("kept")
except KeyError as e:
    print(repr(e), repr(e.__context__))


def f():
    x = Bad(5)
    return "returned"


print(f())
NotCallable()
Wrong()
Exits()
print("end", sys.exc_info())
