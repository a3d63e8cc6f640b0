# Delegation: values, results, send, throw and close go through.
def inner():
    got = []
    try:
        while True:
            x = yield len(got)
            if x is None:
                return got
            got.append(x)
    except KeyError:
        yield "key"
        return "after key"
    finally:
        print("inner done")


def outer():
    r = yield from inner()
    print("result", r)
    s = yield from [10, 20]
    print("list gives", s)
    return (yield from ())


g = outer()
print(next(g), g.send("a"), g.send("b"))
print(g.gi_yieldfrom.__name__)
print(g.send(None), next(g), next(g, "end"))
g = outer()
next(g)
print(g.throw(KeyError()))
print(next(g))
g.close()
g = outer()
next(g)
g.close()
print("closed")


class It:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration("value")


def f():
    return (yield from It())


try:
    next(f())
except StopIteration as e:
    print(e.value)
for bad in (3, None):
    def h():
        yield from bad
    try:
        next(h())
    except TypeError as e:
        print(e)


def sends():
    yield from iter("ab")


s = sends()
next(s)
try:
    s.send(1)
except AttributeError as e:
    print(e)
