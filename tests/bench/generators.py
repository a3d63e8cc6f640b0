# Generators: pipelines, delegation, send, expressions.


def numbers(n):
    for i in range(n):
        yield i


def odd(source):
    for value in source:
        if value & 1:
            yield value


def tree(depth):
    if depth:
        yield from tree(depth - 1)
        yield depth
        yield from tree(depth - 1)


def average():
    total = count = 0
    value = yield 0
    while True:
        total += value
        count += 1
        value = yield total // count


def main():
    piped = sum(value * 2 for value in odd(numbers(3500000)))
    walked = sum(tree(17))
    running = average()
    next(running)
    last = 0
    for i in range(1500000):
        last = running.send(i)
    return piped, walked, last
