# How much of an iterator unpacking consumes, and partial assignment before an error.
def numbers(n):
    for i in range(n):
        print("yield", i, end="; ")
        yield i
    print("end", end="; ")


a, b = numbers(2)
print(a, b)
g = numbers(5)
try:
    a, b = g
except ValueError as e:
    print(e, "next is", next(g))
try:
    a, b, c = numbers(2)
except ValueError as e:
    print(e)
a, *b = numbers(3)
print(a, b)
x = [1, 2]
try:
    x[0], x[5], x[1] = "abc"
except IndexError as e:
    print(e, x)


class Stop:
    def __iter__(self):
        yield 1
        raise KeyError("while unpacking")


try:
    p, q = Stop()
except KeyError as e:
    print(repr(e))
try:
    print(p)
except NameError as e:
    print(e)


class T(tuple):
    def __iter__(self):
        print("custom iter", end="; ")
        return iter("zz")


class L(list):
    def __iter__(self):
        print("list iter", end="; ")
        return iter("yy")


m, n = T((1, 2))
print(m, n)
m, n = L([1, 2])
print(m, n, [*L([1])], (*T((1,)),), list(L([5])), tuple(T((5,))))
first, *_ = iter("abc")
print(first, _)
(a, b), c = numbers(2).__class__ and "xy", 1
print(a, b, c)
d = {"k": (1, 2)}
(u, v), = d.values()
print(u, v)
