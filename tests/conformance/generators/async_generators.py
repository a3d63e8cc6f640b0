# Asynchronous generators driven by hand.
class Suspend:
    def __await__(self):
        yield "suspended"


async def agen(n):
    try:
        for i in range(n):
            x = yield i
            if x:
                print("got", x)
            await Suspend()
    finally:
        print("finally")


def drive(awaitable):
    it = awaitable.__await__()
    steps = []
    while True:
        try:
            steps.append(it.send(None))
        except StopIteration as e:
            return steps, e.value
        except StopAsyncIteration:
            return steps, "exhausted"


a = agen(2)
print(type(a).__name__, drive(a.__anext__()), drive(a.asend("x")), drive(a.__anext__()), drive(a.__anext__()))
a = agen(3)
drive(a.__anext__())
print(drive(a.aclose()), drive(a.__anext__()))
a = agen(3)
drive(a.__anext__())
try:
    drive(a.athrow(ValueError("v")))
except ValueError as e:
    print(e)


async def collect():
    return [x * 2 async for x in agen(3) if x], {x async for x in agen(1)}


print(drive(collect()))


async def expr():
    g = (x async for x in agen(2))
    return type(g).__name__, [y async for y in g]


print(drive(expr()))
print(drive(anext(agen(0), "default")))
try:
    agen(1).send(None)
except AttributeError as e:
    print(e)
try:
    aiter(3)
except TypeError as e:
    print(e)
