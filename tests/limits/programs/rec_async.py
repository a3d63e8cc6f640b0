async def f(n):
    if n:
        await f(n - 1)
c = f(5000)
try:
    c.send(None)
except StopIteration:
    print("done")
except RecursionError:
    print("RE")
