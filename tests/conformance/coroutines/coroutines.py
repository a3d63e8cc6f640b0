# Coroutines: what await accepts, what they refuse, throw and close, and asynchronous with.


def show(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__, e)


def run(coro, *answers):
    answers = list(answers)
    try:
        out = coro.send(None)
        while True:
            print("  out", out)
            out = coro.send(answers.pop(0) if answers else None)
    except StopIteration as e:
        return e.value


class Step:
    def __init__(self, value):
        self.value = value

    def __await__(self):
        return (yield self.value)


async def simple():
    return 1


c = simple()
print(type(c).__name__, c.__name__, c.cr_running, c.cr_suspended, c.cr_await, c.cr_frame is not None, c.cr_origin)
show(lambda: run(c))
show(lambda: c.send(None))
show(lambda: c.cr_frame)
show(lambda: c.close())


async def waits(n):
    total = 0
    for i in range(n):
        total += await Step(i)
    return total


show(lambda: run(waits(3), 10, 20, 30))
c = waits(1)
show(lambda: c.send(5))
show(lambda: c.send(None))
print(c.cr_suspended, type(c.cr_await).__name__)
show(lambda: c.throw(ValueError("in")))
show(lambda: c.throw(ValueError("again")))
c = waits(1)
show(lambda: c.throw(KeyError("fresh")))


async def bad(value):
    await value


for value in (1, "text", [], (x for x in ()), None):
    show(lambda: run(bad(value)))


class NotIter:
    def __await__(self):
        return 3


class ReturnsCoro:
    def __await__(self):
        c = simple()
        self.c = c
        return c


show(lambda: run(bad(NotIter())))
r = ReturnsCoro()
show(lambda: run(bad(r)))
r.c.close()


def iterable_coroutine(f):
    f.__code__ = f.__code__.replace(co_flags=f.__code__.co_flags | 0x100)
    return f


@iterable_coroutine
def old():
    got = yield "old"
    return got


async def uses_old():
    return await old()


show(lambda: run(uses_old(), "answer"))


def plain():
    yield from simple()


c = None
try:
    next(plain())
except TypeError as e:
    print(e)

shared = waits(2)


async def twice():
    await shared


a, b = twice(), twice()
show(lambda: a.send(None))
show(lambda: b.send(None))
a.close()
show(lambda: shared.cr_frame)


class Manager:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    async def __aenter__(self):
        print("enter", self.name)
        await Step("entering " + self.name)
        return self.name.upper()

    async def __aexit__(self, *info):
        print("exit", self.name, info[0] and info[0].__name__, info[1])
        await Step("leaving " + self.name)
        return self.swallow


async def managed(fail):
    async with Manager("a", True) as a, Manager("b") as b:
        print(a, b)
        if fail:
            raise ValueError("inside")
    return "done"


show(lambda: run(managed(False)))
show(lambda: run(managed(True)))


class HalfManager:
    async def __aenter__(self):
        pass


class SyncManager:
    def __aenter__(self):
        return 1

    def __aexit__(self, *info):
        return 1


async def use(m):
    async with m:
        pass


show(lambda: run(use(HalfManager())))
show(lambda: run(use(3)))
show(lambda: run(use(SyncManager())))


async def iterate(x):
    async for _ in x:
        pass


class BadIter:
    def __aiter__(self):
        return 3


class BadNext:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 3


class RaisingNext:
    def __aiter__(self):
        return self

    def __anext__(self):
        return self

    def __await__(self):
        raise ZeroDivisionError("in await")


for x in (3, BadIter(), BadNext()):
    show(lambda: run(iterate(x)))
try:
    run(iterate(RaisingNext()))
except TypeError as e:
    print(e, repr(e.__cause__), repr(e.__context__))


async def closing():
    try:
        await Step(1)
    finally:
        print("closing")


c = closing()
c.send(None)
show(c.close)
c = closing()
c.send(None)
del c


async def ignoring():
    try:
        await Step(1)
    except GeneratorExit:
        await Step(2)


c = ignoring()
c.send(None)
show(c.close)
show(c.close)


async def stop():
    raise StopIteration(3)


try:
    run(stop())
except RuntimeError as e:
    print(e, repr(e.__cause__))



async def nested():
    async def inner():
        return [await Step(i) for i in range(2)]

    return await inner(), {await Step("k"): await Step("v")}, (await Step("t"),)


show(lambda: run(nested(), *"abcdef"))
w = waits(1).__await__()
print(type(w).__name__)
show(lambda: next(w))
show(lambda: w.send(7))
show(lambda: w.close())
w = waits(1).__await__()
show(lambda: w.throw(ValueError("wrapped")))
try:
    exec("async def f():\n    yield from []")
except SyntaxError as e:
    print(e)
try:
    exec("def f():\n    await x")
except SyntaxError as e:
    print(e)
try:
    exec("async def f():\n    yield 1\n    return 2")
except SyntaxError as e:
    print(e)
try:
    exec("def f():\n    [x async for x in y]")
except SyntaxError as e:
    print(e)
