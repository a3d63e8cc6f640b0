# Asynchronous generators, step by step, and anext with a default.
import sys
class Aw:
    def __init__(self, *vals): self.vals = vals
    def __await__(self):
        r = None
        for v in self.vals: r = yield v
        return r
def run(coro):
    out = []
    try:
        v = None
        while True:
            x = coro.send(v); out.append(x); v = "s" + str(x)
    except StopIteration as e: out.append(("ret", e.value))
    except BaseException as e: out.append((type(e).__name__, str(e)))
    return out
def t(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
async def g():
    x = yield 1
    print("got", x)
    y = await Aw("a", "b")
    print("aw", y)
    try:
        z = yield 2
        print("got", z)
    except ValueError as e:
        print("caught", e)
        yield "after"
    finally:
        print("fin")
async def main():
    async for v in g(): print("v", v)
print(run(main()))
async def main():
    return [v async for v in g()]
print(run(main()))
async def main():
    a = g()
    print(await a.__anext__(), await a.asend("S"), await a.athrow(ValueError("thrown")))
    try: print(await a.__anext__())
    except StopAsyncIteration as e: print("stop", e.args)
    try: print(await a.__anext__())
    except StopAsyncIteration as e: print("stop", e.args)
    print(await a.aclose())
    try: await a.athrow(KeyError)
    except BaseException as e: print("exh", type(e), e)
    try: await a.athrow(KeyError)
    except BaseException as e: print("exh", type(e), e)
print(run(main()))
async def main():
    a = g()
    await a.__anext__()
    print(await a.aclose(), a.ag_running, a.ag_frame)
    b = g()
    print(await b.aclose())
    try: await b.__anext__()
    except StopAsyncIteration as e: print("closed")
    c = g(); await c.__anext__(); await c.asend(1)
    try: await c.athrow(KeyError("k"))
    except KeyError as e: print("k", e)
print(run(main()))
async def ig():
    try: yield 1
    except GeneratorExit: yield 2
async def main():
    a = ig(); await a.__anext__()
    await a.aclose()
print(run(main()))
async def cl():
    try: yield 1
    finally:
        print("await in fin", await Aw("x"))
async def main():
    a = cl(); await a.__anext__()
    await a.aclose()
    a = cl(); await a.__anext__()
    await a.athrow(TypeError("t"))
print(run(main()))
# reuse and misuse
a = g(); x = a.__anext__()
t(lambda: x.send(None)); t(lambda: x.send(None)); t(lambda: x.throw(ValueError)); t(lambda: x.close())
a = g()
t(lambda: a.asend(5).send(None))
x = a.__anext__(); t(lambda: x.send(5))
a = cl(); x = a.aclose(); t(lambda: x.send(5)); t(lambda: x.send(None)); t(lambda: x.send(None)); t(lambda: x.throw(ValueError))
async def w(): 
    await Aw("w1", "w2"); yield 9
a = w(); x = a.__anext__(); t(lambda: x.send(None)); y = a.__anext__()
t(lambda: y.send(None)); t(lambda: a.aclose().send(None)); t(lambda: a.athrow(ValueError).send(None)); print(a.ag_running, a.ag_await is not None, a.ag_suspended)
t(lambda: x.send(3)); t(lambda: x.send(3)); print(a.ag_running)
t(lambda: a.athrow(ValueError, "v", None).send(None))
t(lambda: a.athrow())
t(lambda: a.asend())
t(lambda: a.athrow(5).send(None))
async def rs():
    yield 1
    raise StopAsyncIteration
async def rs2():
    yield 1
    raise StopIteration(3)
async def rs3():
    yield 1
    raise GeneratorExit("ge")
for f in (rs, rs2, rs3):
    async def main():
        async for v in f(): print(v)
    print(run(main()))
for o in (g(), g().__anext__(), g().aclose(), g().athrow(ValueError), g().asend(1)):
    print(type(o), sys.getsizeof(o), repr(o).split(" at ")[0])
a = g(); print(a.__name__, a.__qualname__); a.__name__ = "zz"; a.__qualname__ = "q.zz"; print(a.__name__, repr(a).split(" at ")[0])
t(lambda: setattr(a, "__name__", 5))
t(lambda: type(a)())
t(lambda: iter(a)); t(lambda: next(a)); t(lambda: anext(5)); t(lambda: aiter(5)); print(aiter(a) is a)
print(type(a)[int])
# anext with default
async def main():
    a = g()
    print(await anext(a, "d"), await anext(a, "d"), await anext(a, "d"), await anext(a, "d"))
print(run(main()))
class AI:
    def __init__(self): self.n = 0
    def __aiter__(self): return self
    async def __anext__(self):
        self.n += 1
        if self.n > 2: raise StopAsyncIteration
        await Aw("in")
        return self.n
async def main():
    a = AI()
    return [await anext(a, "d") for _ in range(4)], [x async for x in AI()]
print(run(main()))
x = anext(AI(), 7); print(type(x), sys.getsizeof(x)); t(lambda: x.send(None)); t(lambda: x.throw(ValueError("q"))); t(lambda: x.close())
class NoA: pass
async def main():
    async for x in NoA(): pass
print(run(main()))
class BadA:
    def __aiter__(self): return 5
async def main():
    async for x in BadA(): pass
print(run(main()))
class BadN:
    def __aiter__(self): return self
    def __anext__(self): return 5
async def main():
    async for x in BadN(): pass
print(run(main()))
# hooks
def first(a): print("first", a.__name__)
def fin(a): print("finalizer", a.__name__)
print(sys.get_asyncgen_hooks())
sys.set_asyncgen_hooks(firstiter=first, finalizer=fin)
a = g(); x = a.__anext__(); a.__anext__(); x.send
try: x.send(None)
except StopIteration: pass
del a, x
a = g(); del a
def badfirst(a): 1/0
sys.set_asyncgen_hooks(firstiter=badfirst)
t(lambda: g().__anext__())
def badfin(a): 1/0
sys.set_asyncgen_hooks(None, badfin)
a = g(); x = a.__anext__(); del x, a
sys.set_asyncgen_hooks(None, None)
a = cl()
try: a.__anext__().send(None)
except StopIteration: pass
del a
a = ig()
try: a.__anext__().send(None)
except StopIteration: pass
del a
t(lambda: sys.set_asyncgen_hooks(5))
async def comp():
    return [x async for x in AI() if x > 1], {x async for x in AI()}, {x: 1 async for x in AI()}, [y async for y in (x async for x in AI())]
print(run(comp()))
async def acm():
    class CM:
        async def __aenter__(self): return await Aw("enter")
        async def __aexit__(self, *a): print("exit", a[0]); return True
    async with CM() as c:
        print("c", c); raise ValueError
    return "end"
print(run(acm()))
a = g()
x = a.__anext__()
t(lambda: x.throw(ValueError, "old"))
t(lambda: x.throw(ValueError, "old"))
a = w()
x = a.__anext__()
x.send(None)
t(lambda: x.throw(ValueError, ValueError("old"), None))
