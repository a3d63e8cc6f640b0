# modes: plain
# What a finalizer can still see at exit, and what a module of one's own loses.
import gc


class Watch:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        names = [n for n in ("gc", "late", "early", "Watch", "helper") if globals().get(n) is not None]
        print(self.name, names)


def helper():
    return "helped"


early = 1
w = Watch("w")
late = 2
x = Watch("x")
x.self = x


def exits():
    y = Watch("local")
    raise SystemExit


z = Watch("z")
del z
exits()
