# The plainest of programs on generators.
def count(n):
    for i in range(n):
        yield i
    return "done"


print(list(count(3)), sum(count(5)), next(count(1)), [x * x for x in count(4)], max(count(3)))
g = count(2)
print(next(g), next(g), next(g, "default"))


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


f = fib()
print([next(f) for _ in range(10)])


def chain(*its):
    for it in its:
        yield from it


print(list(chain("ab", [1, 2], count(2))), tuple(x + 1 for x in [1, 2]), dict((k, 0) for k in "ab"))


def echo():
    while True:
        x = yield
        if x is None:
            return
        print("got", x)


e = echo()
next(e)
e.send("one")
e.send("two")
try:
    e.send(None)
except StopIteration:
    print("stopped")
for x in (i for i in range(3) if i != 1):
    print(x, end=" ")
print(any(x > 2 for x in range(5)), list(zip(count(2), "ab")), list(map(str, count(2))), list(enumerate(count(2))))
