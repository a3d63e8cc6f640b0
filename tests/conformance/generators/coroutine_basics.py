# Coroutines driven by hand: await, send, close, and what refuses.
class Await:
    def __init__(self, v):
        self.v = v

    def __await__(self):
        got = yield self.v
        return got


async def f(x):
    a = await Await(x)
    b = await Await(a)
    return a, b


c = f(1)
print(type(c).__name__, c.cr_running, c.cr_frame.f_locals, c.cr_await)
print(c.send(None), c.send("s"))
try:
    c.send("t")
except StopIteration as e:
    print(e.value)
try:
    c.send(None)
except RuntimeError as e:
    print(e)


async def g():
    return await f(5)


c = g()
print(c.send(None), c.cr_await.__name__)
c.close()


class Manager:
    async def __aenter__(self):
        print("aenter")
        return 1

    async def __aexit__(self, *a):
        print("aexit", a[0])


class Iter:
    n = 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        self.n += 1
        if self.n > 2:
            raise StopAsyncIteration
        return self.n


async def h():
    async with Manager() as m:
        r = [x async for x in Iter()]
        async for y in Iter():
            r.append(y)
        else:
            r.append("else")
        return m, r


try:
    h().send(None)
except StopIteration as e:
    print(e.value)


async def bad(kind):
    if kind == 0:
        await 3
    elif kind == 1:
        async with 3:
            pass
    elif kind == 2:
        async for x in 3:
            pass


for k in range(3):
    try:
        bad(k).send(None)
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)
try:
    for x in (c := f(1)):
        pass
except TypeError as e:
    print(e)
c.close()
