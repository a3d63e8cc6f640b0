import sys


def error():
    1 / 0


def leave():
    sys.exit("message")


def hook():
    def tell(kind, value, traceback):
        print("hook", kind.__name__)
        print("hook's error", file=sys.stderr)

    sys.excepthook = tell
    error()


class Dying:
    def __del__(self):
        print("dying")
        error()


def ignored():
    import warnings

    warnings.warn("careful")
    Dying()
    print("after")


def atexit():
    import atexit

    def last():
        print("last")
        error()

    atexit.register(last)


def large():
    for i in range(1500):
        print("line", i)
        if i % 100 == 0:
            print("error", i, file=sys.stderr)
    for size in (4096, 4097, 100, 8192, 8093, 8191, 2, 20000):
        sys.stdout.write("x" * size)
        print("error", size, file=sys.stderr)


def parts():
    sys.stderr.write("a part ")
    print("whole")
    sys.stderr.write("another")
    print(end="flushed", flush=True)
    sys.stderr.write("the last")


class Told:
    def __init__(self, name):
        self.name = name

    def write(self, text):
        sys.__stdout__.write(text)

    def flush(self):
        sys.__stdout__.write(f"<{self.name} flush>\n")


def replaced():
    sys.stdout = Told("out")
    print("told")
    error()


def closed():
    sys.stdout.close()
    error()


def lost():
    sys.stderr = None
    error()


def in_bytes():
    import os

    print("text")
    sys.stdout.buffer.write(b"bytes\n")
    os.write(1, b"raw\n")
    sys.stderr.write("text")
    os.write(2, b"raw\n")


print("out")
print("err", file=sys.stderr)
print("more")
{"exit": leave, "bytes": in_bytes}.get(sys.argv[1], globals().get(sys.argv[1]))()
