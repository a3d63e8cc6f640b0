class Aw:
    def __await__(self): return (yield 1000)
async def f(x): return [x, await Aw()]
async def g():
    for i in range(2): yield i * 1000
async def h():
    async for v in g(): v
    r = [v async for v in g()]
    async with CM() as c: c
    return r + await f(2000)
class CM:
    async def __aenter__(self): return [1]
    async def __aexit__(self, *a): return False
def run(c):
    try:
        v = None
        while True: v = c.send(v)
    except StopIteration as e: return e.value
run(h())
c = f(1); c.close()
a = g(); run(a.asend(None)); run(a.aclose())
async def k():
    a = g()
    await a.__anext__()
    try: await a.athrow(ValueError(1000))
    except ValueError: pass
run(k())
c = h(); c.send(None)
try: c.throw(KeyError(1))
except KeyError: pass
