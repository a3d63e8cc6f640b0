# Lists: append, index, slice, swap, sort, comprehension.


def sieve(limit):
    flags = [True] * limit
    flags[0] = flags[1] = False
    for i in range(2, int(limit ** 0.5) + 1):
        if flags[i]:
            flags[i * i::i] = [False] * len(range(i * i, limit, i))
    return [i for i, flag in enumerate(flags) if flag]


def bubble(values):
    values = values[:]
    for end in range(len(values) - 1, 0, -1):
        for i in range(end):
            if values[i] > values[i + 1]:
                values[i], values[i + 1] = values[i + 1], values[i]
    return values


def permutations(items):
    count = 0
    stack = [([], items)]
    while stack:
        head, rest = stack.pop()
        if not rest:
            count += 1
        for i in range(len(rest)):
            stack.append((head + [rest[i]], rest[:i] + rest[i + 1:]))
    return count


def main():
    primes = sieve(2000000)
    ordered = bubble([(i * 7919) % 2003 for i in range(1700)])
    count = permutations(list(range(9)))
    rows = [[i * j for j in range(120)] for i in range(2500)]
    total = sum(sum(row) for row in rows)
    return len(primes), ordered[:3], count, total
