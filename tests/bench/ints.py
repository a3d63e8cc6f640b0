# Loops over small integers: a sieve, Collatz chains, digits.


def collatz(limit):
    best, longest = 0, 0
    for start in range(1, limit):
        n, length = start, 1
        while n != 1:
            n = n // 2 if n % 2 == 0 else 3 * n + 1
            length += 1
        if length > longest:
            best, longest = start, length
    return best, longest


def mix(rounds):
    a, b, c = 1, 2, 3
    for i in range(rounds):
        a = (a * 31 + i) & 0xFFFF
        b = b ^ a
        c = (c + b) % 9973
        if c & 1:
            a += 1
    return a, b, c


def main():
    answer = collatz(36000), mix(2000000)
    return answer
