# The plainest of programs on comprehensions.
print([x for x in range(5)], [x * y for x in range(3) for y in range(3) if x != y], {x % 3 for x in range(7)}, {x: x ** 2 for x in range(3)})
print([[i * j for j in range(3)] for i in range(3)], [x for x in "hello" if x not in "aeiou"], list(x for x in range(3)))
x = "outer"
print([x for x in range(3)], x)
print([(lambda: x)() for x in range(2)], sum(x for x in [1, 2]), [y := 5, y], [a + b for a, b in [(1, 2), (3, 4)]])


def f(n):
    return [n + i for i in range(n)]


print(f(3), [f(i) for i in range(3)], [*range(3), *"ab"], {**{"a": 1}, "b": 2})
