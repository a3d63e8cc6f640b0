# Recursive calls of a small function, and of one with more parameters: half a second in CPython, as the others.


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def tak(x, y, z):
    if y >= x:
        return z
    return tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y))


def main():
    answer = fib(33), tak(24, 16, 8)
    return answer
