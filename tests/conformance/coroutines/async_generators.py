# Asynchronous generators: asend, athrow, aclose, the hooks that watch them, and what each refuses.
import sys


class Step:
    """Suspends once, and answers what is sent in."""

    def __init__(self, value):
        self.value = value

    def __await__(self):
        return (yield self.value)


def drive(awaitable, *answers):
    """Runs an awaitable to its end; prints what it suspends with."""
    it = awaitable.__await__()
    answers = list(answers)
    try:
        out = next(it)
        while True:
            print("  suspended with", out)
            out = it.send(answers.pop(0) if answers else None)
    except StopIteration as e:
        return e.value


def show(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


async def numbers(n):
    try:
        for i in range(n):
            got = yield i
            if got is not None:
                print("  got", got)
    finally:
        print("  numbers ends")


g = numbers(3)
print(type(g).__name__, g.__name__, g.__qualname__, g.ag_running, g.ag_await, g.ag_frame is not None)
print(type(g.asend(None)).__name__, type(g.aclose()).__name__, type(g.athrow(ValueError)).__name__)
g = numbers(3)
show(lambda: drive(g.__anext__()))
show(lambda: drive(g.asend("x")))
show(lambda: drive(g.asend(None)))
show(lambda: drive(g.asend(None)))
show(lambda: drive(g.asend(None)))
g = numbers(2)
show(lambda: drive(g.asend("early")))
show(lambda: drive(g.asend(None)))
show(lambda: drive(g.athrow(ValueError("thrown"))))
show(lambda: drive(g.__anext__()))
g = numbers(2)
show(lambda: drive(g.__anext__()))
show(lambda: drive(g.aclose()))
show(lambda: drive(g.aclose()))
show(lambda: drive(g.__anext__()))
g = numbers(2)
show(lambda: drive(g.aclose()))
show(lambda: drive(g.__anext__()))


async def stubborn():
    try:
        yield 1
    except GeneratorExit:
        yield 2


g = stubborn()
show(lambda: drive(g.__anext__()))
show(lambda: drive(g.aclose()))


async def awaiting():
    a = await Step("first")
    print("  a", a)
    got = yield a
    print("  yield answered", got)
    b = await Step("second")
    yield b


g = awaiting()
show(lambda: drive(g.__anext__(), "one"))
show(lambda: drive(g.asend("sent"), "two"))
show(lambda: drive(g.__anext__()))


async def handles():
    while True:
        try:
            yield "ready"
        except ValueError as e:
            print("  handled", e)
            yield "handled"


g = handles()
show(lambda: drive(g.__anext__()))
show(lambda: drive(g.athrow(ValueError, "a value")))
show(lambda: drive(g.__anext__()))
show(lambda: drive(g.athrow(KeyError("k"))))
show(lambda: drive(g.__anext__()))


async def stops():
    raise StopAsyncIteration("by hand")
    yield


show(lambda: drive(stops().__anext__()))


async def stops2():
    raise StopIteration("by hand")
    yield


show(lambda: drive(stops2().__anext__()))

step = numbers(2).__anext__()
show(lambda: step.send(None))
show(lambda: step.send(None))
show(lambda: step.close())
show(lambda: step.throw(ValueError("late")))
step = numbers(2).asend(None)
show(lambda: step.throw(ValueError("before")))
show(lambda: step.close())
show(lambda: next(step))


async def uses():
    out = [x async for x in numbers(3)]
    print(out)
    out = {x: y async for x in numbers(2) async for y in numbers(2) if y}
    print(out)
    async for x in numbers(2):
        print("  item", x)
        if x:
            break
    else:
        print("never")
    async for x in numbers(1):
        pass
    else:
        print("else")
    return (x async for x in numbers(2))


inner = drive(uses())
print(type(inner).__name__, inner.__name__)


async def last():
    return [x async for x in inner]


print(drive(last()))


# the hooks
def first(gen):
    print("first", gen.__name__)


def final(gen):
    print("final", gen.__name__)


old = sys.get_asyncgen_hooks()
print(old)
sys.set_asyncgen_hooks(first, final)
print(sys.get_asyncgen_hooks() == (first, final))
g = numbers(2)
show(lambda: drive(g.__anext__()))
show(lambda: drive(g.__anext__()))
del g
g = numbers(2)
del g
sys.set_asyncgen_hooks(*old)
show(lambda: sys.set_asyncgen_hooks(3))
show(lambda: sys.set_asyncgen_hooks(finalizer=3))
show(lambda: anext(3))
show(lambda: aiter(3))
show(lambda: drive(anext(numbers(0), "default")))
show(lambda: drive(anext(numbers(1), "default")))
g = numbers(1)
print(aiter(g) is g)
show(lambda: g.asend())
show(lambda: g.athrow())
show(lambda: type(g)())
show(lambda: setattr(g, "__name__", 3))
g.__name__ = "renamed"
show(lambda: g.__name__)
