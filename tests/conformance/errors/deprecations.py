# expects: stderr
# DeprecationWarnings that the main program gets to see, on stderr.
class Trunc:
    def __trunc__(self):
        return 8


class Int:
    def __int__(self):
        return True


print(int(Trunc()), int(Int()), ~1)
print(~True)


def gen():
    yield 1
    yield 2


g = gen()
next(g)
try:
    g.throw(ValueError, ValueError("old style"), None)
except ValueError as e:
    print(e)
