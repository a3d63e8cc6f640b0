# Chained comparisons evaluate the middle once and stop early.
def t(v):
    print(v, end=" ")
    return v


print(t(1) < t(2) < t(3), t(3) < t(2) < t(1), t(1) == t(1) != t(2) is not t(None))
print(1 < 2 < 3 < 4, 1 < 3 > 2, 1 == 1 in [1], (1 == 1) in [1], not 1 < 2 < 3, 1 < 2 == True, (1 < 2) == True)
print([] is [] is [], None is None is None, 1 in [1] in [[1]], "a" < "b" < "c" <= "c" >= "b")


class C:
    def __init__(self, n):
        self.n = n

    def __lt__(self, o):
        print("lt", self.n, o.n, end="; ")
        return [] if self.n > o.n else [self.n]


print(C(1) < C(2) < C(3))
print(C(2) < C(1) < C(0))
x = 5
print(0 < x < 10, 0 < x < 5, x == x == x, 10 > x > 0 < 3)
try:
    1 < "a" < t(2)
except TypeError as e:
    print(e)
if 1 < t(0) < t(9):
    print("no")
else:
    print("else")
while 0 < x < 10:
    x += 3
print(x, [y for y in range(10) if 2 < y < 6], (lambda v: 0 < v < 2)(1))
