# expects: stderr
# SystemExit with a text: it goes to stderr, the status is 1; finally blocks run first.
import sys


class Last:
    def __del__(self):
        print("del")


def f():
    last = Last()
    try:
        sys.exit("message for stderr")
    finally:
        print("finally")


try:
    sys.exit()
except SystemExit as e:
    print(repr(e), e.code)
try:
    sys.exit((1, 2))
except SystemExit as e:
    print(repr(e), e.code)
try:
    raise SystemExit
except BaseException as e:
    print(repr(e), isinstance(e, Exception))
f()
