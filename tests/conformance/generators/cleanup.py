# A generator that is dropped while suspended runs its finally blocks at once.
from _weakref import ref


class R:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, *a):
        print("exit", self.name, a[0] and a[0].__name__)

    def __del__(self):
        print("del", self.name)


def g():
    with R("a") as a, R("b"):
        for i in range(3):
            yield i


for x in g():
    print(x)
    break
print("after break")
it = g()
next(it)
it = None
print("after drop")
it = g()
del it
print("never started")


def nested():
    try:
        yield from g()
    finally:
        print("outer finally")


it = nested()
next(it)
del it
print("after nested")


def holds():
    local = R("local")
    w.append(ref(local))
    yield
    print("not reached")


w = []
h = holds()
next(h)
print(w[0]() is not None)
h = None
print(w[0]())


def ret():
    r = R("returned")
    yield r


print(next(ret()).name)
print([x.name for x in ret()])
