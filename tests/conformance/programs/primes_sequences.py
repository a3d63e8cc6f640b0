# Number puzzles: primes, perfect numbers, Collatz, Pascal, partitions, queens, permutations.
def primes():
    found = []
    n = 2
    while True:
        if all(n % p for p in found if p * p <= n):
            found.append(n)
            yield n
        n += 1


def take(n, it):
    return [x for _, x in zip(range(n), it)]


def factor(n):
    out, p = {}, 2
    while n > 1:
        while n % p == 0:
            out[p] = out.get(p, 0) + 1
            n //= p
        p += 1 if p * p <= n else n - p if n > p else 1
    return out


def pascal(n):
    row = [1]
    for _ in range(n):
        yield row
        row = [a + b for a, b in zip([0] + row, row + [0])]


def partitions(n, most=None):
    most = n if most is None else most
    if n == 0:
        yield []
    for k in range(min(n, most), 0, -1):
        for rest in partitions(n - k, k):
            yield [k] + rest


def queens(n, placed=()):
    if len(placed) == n:
        yield placed
    for c in range(n):
        if all(c != q and abs(c - q) != len(placed) - r for r, q in enumerate(placed)):
            yield from queens(n, placed + (c,))


def permutations(items):
    if not items:
        yield ()
    for i, x in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield (x, *rest)


def collatz(n):
    while n != 1:
        yield n
        n = n // 2 if n % 2 == 0 else 3 * n + 1
    yield 1


print(take(15, primes()), factor(360), factor(9973), factor(2 ** 10 * 3 ** 5))
print(list(pascal(6)), [n for n in range(2, 500) if sum(d for d in range(1, n) if n % d == 0) == n])
print(list(partitions(5)), sum(1 for _ in partitions(15)), len(list(queens(6))), next(queens(8)))
print(list(permutations("abc")), max(range(1, 200), key=lambda n: len(list(collatz(n)))), list(collatz(6)))
fib = [0, 1]
while fib[-1] < 10 ** 15:
    fib.append(fib[-1] + fib[-2])
print(len(fib), fib[-1], fib[10::10], sum(x for x in fib if x % 2 == 0))
gcd = lambda a, b: a if not b else gcd(b, a % b)
print(gcd(1071, 462), [(a, b, c) for a in range(1, 25) for b in range(a, 25) for c in range(b, 30) if a * a + b * b == c * c])
digits = lambda n, b: digits(n // b, b) + [n % b] if n else []
print(digits(2024, 2), digits(2024, 7), "".join("0123456789abcdef"[d] for d in digits(2 ** 40 - 1, 16)), [n for n in range(100, 1000) if sum(int(d) ** 3 for d in str(n)) == n])
def roman(n):
    out = ""
    for v, s in ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        out += s * (n // v)
        n %= v
    return out
print([roman(n) for n in (4, 9, 14, 1994, 2024, 3999)])
